export default {
  title: 'Loại bài dự thi',
  how: 'Xin ghi mã bài cần loại, ví dụ: /loai {{code}}.',
  reasonLabel: 'Lý do',
  reasonAsk:
    'Anh/chị muốn loại bài <b>{{entry}}</b> ({{team}}, {{unit}})? Xin ghi lý do. Lý do được lưu lại và báo cho đội.',
  sure: 'Bài <b>{{entry}}</b> sẽ bị loại và không dự thi nữa.\nLý do: {{reason}}\nViệc này không huỷ lại được. Anh/chị xác nhận chứ?',
  yes: 'Đúng, loại bài',
  no: 'Không loại',
  kept: 'Bài {{code}} vẫn như cũ.',
  done: 'Đã loại bài <b>{{code}}</b> lúc {{at}}.',
  told: '<b>{{contest}}</b>\nBan Tổ chức loại bài <b>{{entry}}</b>, bài không còn dự thi. Lý do: {{reason}}\nMọi thắc mắc xin liên hệ Ban Tổ chức.',
} as const;
