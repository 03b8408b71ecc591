/** What is shown under the rules: settled since, and still open. */
export default {
  decided: '<b>Ban Tổ chức đã quy định thêm:</b>',
  decidedOn: '<b>Ban Tổ chức đã quy định thêm, {{day}}:</b>',
  settled: '{{name}} (quy định {{day}}):',
  settledThen: '{{name}}:',
  moved: 'Thời gian đã đổi (lần cuối {{day}}):',
  unknown: 'Chưa quy định: {{what}}.',
  seconds: 'thời lượng',
  containers: 'định dạng',
  points: 'thang điểm từng tiêu chí',
  engagement: 'cách đổi lượt thích và lượt chia sẻ ra điểm',
  sums: 'mức thưởng',
} as const;
