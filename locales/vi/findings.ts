/** What the checker of plans finds, shown to organizers, and what they let stand. */
export default {
  title: '<b>Kiểm tra kế hoạch {{contest}}</b>\nCó {{count}} điều cần xem.',
  nothing: '<b>Kiểm tra kế hoạch {{contest}}</b>\nKhông còn điều gì cần xem.',
  errors: '<b>Sai hoặc mâu thuẫn:</b>',
  warnings: '<b>Nên xem lại:</b>',
  unknowns: '<b>Chưa quy định:</b>',
  line: '{{number}}. {{message}} Đề nghị: {{proposal}}',
  accepted: '<b>Đã được chấp nhận:</b>',
  acceptedLine: '• {{message}} ({{by}} chấp nhận lúc {{at}}: {{reason}})',
  how: 'Điều nào để nguyên cũng được thì gõ /chapnhan, rồi số thứ tự và lý do.',
  acceptTitle: 'Chấp nhận một điều trong kế hoạch',
  reasonLabel: 'Lý do',
  reasonAsk: '{{message}}\nVì sao để nguyên được? Lý do được lưu lại.',
  sure: '{{message}}\nĐể nguyên vì: {{reason}}\nAnh/chị xác nhận chứ?',
  yes: 'Đúng, để nguyên',
  no: 'Không, xem lại sau',
  left: 'Chưa có gì thay đổi.',
  done: 'Đã ghi nhận. Khi những gì liên quan thay đổi, điều này sẽ được nêu lại. Gõ /kiemtra để xem các điều còn lại.',
  noneOpen: 'Không còn điều gì cần chấp nhận. Gõ /kiemtra để xem.',
  which:
    'Xin ghi số thứ tự từ 1 đến {{count}} như trong /kiemtra, rồi lý do. Ví dụ: /chapnhan 1 Đã hỏi ý kiến Sở.',
  gone: 'Điều này không còn, hoặc vừa được người khác chấp nhận. Gõ /kiemtra để xem.',
} as const;
