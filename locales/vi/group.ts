export default {
  hello:
    'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Để nhóm nhận thông báo và kết quả, xin Ban Tổ chức gõ /nhom trong cuộc trò chuyện riêng với tôi để lấy mã.',
  helloBound:
    'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Nhóm này đã được gắn với {{contest}} từ trước, nên thông báo và kết quả lại được gửi vào đây.',
  privatePlease: 'Việc này xin anh/chị làm trong cuộc trò chuyện riêng với Trợ lý, không làm trong nhóm.',
  help: 'Trong nhóm, Trợ lý chỉ gửi thông báo và kết quả, và trả lời: /ketqua (xem kết quả), /thele (xem thể lệ), /ma (gắn nhóm). Các việc khác xin nhắn riêng cho Trợ lý.',
  codeFor: 'Mã gắn {{purpose}}: <code>{{code}}</code>',
  others:
    'Nhóm gắn bằng mã này nhận cả thông báo và kết quả. Muốn gắn nhóm cho việc khác, xin chọn dưới đây; gắn nhóm của một đơn vị thì gõ tên đơn vị, ví dụ: /nhom {{unit}}',
  offerJudges: 'Nhóm giám khảo',
  offerSecretariat: 'Nhóm thư ký',
  offerResults: 'Nhóm chỉ nhận kết quả',
  offerBound: 'Xem các nhóm đã gắn',
  bound: 'Nhóm này đã được gắn với {{contest}}, là {{purpose}}.',
  ofUnit: 'nhóm của {{unit}}, nhận thông báo và kết quả',
  noneBound: 'Chưa gắn nhóm nào. Xin gõ /nhom để lấy mã gắn nhóm.',
  list: 'Các nhóm đã gắn ({{count}}):',
  line: '{{number}}. {{title}}: {{purpose}}',
  lineLost: '{{number}}. {{title}}: {{purpose}}; Trợ lý không còn gửi được vào nhóm này',
  listEnd: 'Muốn thôi gửi vào một nhóm, xin gõ /nhom bỏ và số thứ tự của nhóm, ví dụ: /nhom bỏ 1',
  ended: 'Đã thôi gắn {{group}}. Từ nay nhóm không nhận thông báo và kết quả nữa.',
  titled: 'nhóm «{{title}}»',
  noSuchNumber:
    'Không có nhóm số {{number}}: hiện có {{count}} nhóm. Xin gõ /nhom xem để xem số của từng nhóm.',
  endAsk: 'Thôi gửi thông báo và kết quả vào {{group}}?',
  endYes: 'Đúng, thôi gửi',
  endNo: 'Không, xem các nhóm',
  untitledInList: 'Nhóm {{messenger}} gắn lúc {{since}}',
  untitledOfUnit: 'nhóm {{messenger}} của {{unit}} (gắn lúc {{since}})',
  untitled: '{{purpose}} ({{messenger}}, gắn lúc {{since}})',
  telegram: 'Telegram',
  zalo: 'Zalo',
  lost: '<b>{{contest}}</b>\nTrợ lý không còn gửi được tin vào {{group}}. Để nhóm lại nhận được tin, xin thêm Trợ lý vào nhóm; nếu nhóm không dùng nữa, xin gõ /nhom xem để biết số của nhóm, rồi /nhom bỏ và số ấy.',
  anonymous:
    'Tin này gửi dưới danh nghĩa nhóm nên Trợ lý không biết ai đang hỏi. Xin tắt chế độ ẩn danh của quản trị viên rồi gửi lại.',
} as const;
