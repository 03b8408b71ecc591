export default {
  notRegistered: 'Anh/chị chưa đăng ký dự thi.',
  registration: '<b>{{team}}</b>, {{unit}}\nNgười liên hệ: {{contact}}, {{phone}}',
  noEntry: 'Chưa nộp bài nào.',
  entry: '• {{entry}} – nhận lúc {{at}} (bản thứ {{versions}})',
  withdrawn: '• {{entry}} – đã rút',
} as const;
