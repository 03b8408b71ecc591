/** What a result costs, for who proposes it and who signs for it. */
export default {
  title: '<b>TIỀN THƯỞNG</b>',
  line: '{{prize}}: {{count}} × {{sum}} = {{total}} đồng',
  lineNoSum: '{{prize}}: {{count}} giải, chưa quy định mức tiền',
  nothing: 'Chưa giải nào được trao theo kết quả này.',
  total: 'Cộng: <b>{{total}} đồng</b>. Mọi giải trong kế hoạch cộng lại: {{planned}} đồng.',
  overPlan: '⚠️ Nhiều hơn các giải trong kế hoạch {{more}} đồng.',
  overBudget: '⚠️ Quá kinh phí của kế hoạch ({{budget}} đồng) {{more}} đồng.',
  tooMany: '⚠️ {{prize}}: trao {{given}}, kế hoạch chỉ có {{planned}}.',
  tooManyShared: '⚠️ {{prize}}: trao {{given}}, kế hoạch chỉ có {{planned}}, vì các bài {{codes}} đồng hạng.',
  left: '⚠️ {{prize}}: còn {{count}} giải không bài nào nhận.',
  leftOpen: '⚠️ {{prize}}: còn {{count}} giải chưa quyết định trao cho ai.',
  severalPrizes: '⚠️ Bài {{code}} nhận {{count}} giải: {{prizes}}.',
  severalEntries: '⚠️ {{unit}} có {{count}} bài được giải: {{codes}}.',
} as const;
