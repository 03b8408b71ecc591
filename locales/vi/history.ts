/** What was changed since the plan. */
export default {
  title: '<b>Những thay đổi trong {{contest}}</b>',
  nothing: 'Chưa có ngày nào được đổi.',
  moved: '<b>{{at}}</b>, {{by}} đổi ngày:',
  extended: '<b>{{at}}</b>, {{by}} gia hạn nộp bài cho {{unit}} đến hết {{until}}.\nLý do: {{reason}}',
} as const;
