export default {
  ask: 'Xin gõ mã mời gồm 8 chữ và số mà Ban Tổ chức đã gửi cho anh/chị.',
  unknown: 'Mã này không đúng. Xin kiểm tra lại từng chữ, hoặc xin Ban Tổ chức cấp mã mới.',
  used: 'Mã này đã được người khác dùng. Mỗi mã chỉ dùng một lần, xin Ban Tổ chức cấp mã mới.',
  groupOnly: 'Mã này dùng để gắn nhóm: xin gõ mã trong nhóm cần gắn, không phải ở đây.',
  privateOnly:
    'Mã này dành cho một người. Xin nhập mã trong cuộc trò chuyện riêng với Trợ lý, và xin Ban Tổ chức cấp mã mới vì mã đã lộ trong nhóm.',
  barred: 'Anh/chị đã đăng ký dự thi, nên không thể làm giám khảo hay Ban Tổ chức của chính cuộc thi này.',
  alreadyHeld: 'Anh/chị đã có nhiệm vụ này rồi. Mã vừa gõ chưa bị dùng, xin trao lại cho đúng người.',
  otherRole:
    'Anh/chị đang giữ nhiệm vụ khác trong cuộc thi này. Một người không thể vừa thuộc Ban Tổ chức vừa làm giám khảo.',
  judge: 'Mã mời giám khảo: <code>{{code}}</code>',
  judgeNamed: 'Mã mời giám khảo {{name}}: <code>{{code}}</code>',
  joinTelegram: '• Telegram: mở {{link}}',
  joinZalo: '• Zalo: mở {{link}} rồi gõ {{code}}',
  once: 'Mã chỉ dùng được một lần, cho một người.',
  onceGroup: 'Mã chỉ dùng được một lần, cho một nhóm.',
  group: 'Mã gắn nhóm: <code>{{code}}</code>',
  groupTelegram: '• Nhóm Telegram: thêm {{bot}} vào nhóm, rồi gõ trong nhóm: /ma {{code}}',
  groupZalo: '• Nhóm Zalo: thêm {{bot}} vào nhóm, rồi nhắc tên và gõ trong nhóm: @{{bot}} ma {{code}}',
  groupBound: 'Nhóm này đã được gắn với {{contest}}. Thông báo và kết quả sẽ được gửi vào đây.',
  welcomeJudge: 'Chào mừng giám khảo <b>{{name}}</b> của {{contest}}!',
  welcomeOrganizer: 'Chào mừng <b>{{name}}</b>, Ban Tổ chức {{contest}}!',
} as const;
