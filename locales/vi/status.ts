export default {
  notRegistered: 'Anh/chị chưa đăng ký dự thi.',
  registration: '<b>{{team}}</b>, {{unit}}\nNgười liên hệ: {{contact}}, {{phone}}',
  registeredBy: 'Đăng ký thay: {{behind}}.',
  withoutConsent:
    'Trợ lý không có sự đồng ý của anh/chị cho xử lý dữ liệu, nên không nhận bài mới và không nhận bản thay. Gõ /dongy để đọc và đồng ý lại.',
  noEntry: 'Chưa nộp bài nào.',
  entry: '• {{entry}} – nhận lúc {{at}}',
  entryReplaced: '• {{entry}} – nhận lúc {{at}}, đã thay {{times}} lần',
  withdrawn: '• {{entry}} – đã rút',
  rejected: '• {{entry}} – không hợp lệ',
  disqualified: '• {{entry}} – bị loại',
  sentAbove: 'đã cử lên {{contest}}, mã bài ở đó: {{code}}',
  state: 'trạng thái: {{state}}',
  stateUntil: 'trạng thái: {{state}}, hạn {{closes}}',
} as const;
