/** What a result costs, for who proposes it and who signs for it. */
export default {
  title: '<b>TIỀN THƯỞNG</b>',
  line: '{{prize}}: {{count}} × {{sum}} = {{total}} đồng',
  lineNoSum: '{{prize}}: {{count}} giải, chưa quy định mức tiền',
  nothing: 'Chưa giải nào được trao theo kết quả này.',
  total: 'Cộng: <b>{{total}} đồng</b>.',
  planned: 'Mọi giải trong kế hoạch cộng lại: {{planned}} đồng.',
  plannedHere: 'Các giải do kết quả này trao, theo kế hoạch cộng lại: {{planned}} đồng.',
  plannedPartly: 'Các giải trong kế hoạch đã rõ mức tiền cộng lại: {{planned}} đồng.',
  elsewhere: 'Các giải trao riêng, không theo kết quả này ({{prizes}}): {{sum}} đồng.',
  elsewhereUnknown:
    'Các giải trao riêng, không theo kết quả này ({{prizes}}): chưa quy định đủ số lượng và mức tiền.',
  elsewherePartly:
    'Các giải trao riêng, không theo kết quả này ({{prizes}}): {{sum}} đồng, chưa tính {{unknown}} vì chưa quy định đủ số lượng và mức tiền.',
  unknown: '⚠️ Chưa tính {{prizes}}: chưa quy định đủ số lượng và mức tiền.',
  overPlan: '⚠️ Vượt tổng các giải trong kế hoạch {{more}} đồng.',
  overBudget: '⚠️ Vượt kinh phí trong kế hoạch ({{budget}} đồng) là {{more}} đồng.',
  overBudgetTogether:
    '⚠️ Cùng với các giải trao riêng, vượt kinh phí trong kế hoạch ({{budget}} đồng) là {{more}} đồng.',
  tooMany: '⚠️ {{prize}}: trao {{given}}, kế hoạch chỉ có {{planned}}.',
  tooManyShared: '⚠️ {{prize}}: trao {{given}}, kế hoạch chỉ có {{planned}}, vì các bài {{codes}} đồng hạng.',
  left: '⚠️ {{prize}}: còn {{count}} giải không bài nào nhận.',
  leftOpen: '⚠️ {{prize}}: còn {{count}} giải chưa quyết định trao cho ai.',
  severalPrizes: '⚠️ Bài {{code}} nhận {{count}} giải: {{prizes}}.',
  severalEntries: '⚠️ {{unit}} có {{count}} bài được giải: {{codes}}.',
} as const;
