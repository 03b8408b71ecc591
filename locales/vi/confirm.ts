export default {
  title: 'Xác nhận đăng ký',
  none: 'Không có đăng ký nào đang chờ anh/chị xác nhận.',
  waiting: '<b>Có {{count}} đội chờ xác nhận</b>',
  waitingSome: '<b>Có {{count}} đội chờ xác nhận</b>, dưới đây là {{shown}} đội đăng ký sớm nhất:',
  line: '{{number}}. <b>{{team}}</b>, {{unit}}\nNgười liên hệ: {{contact}}, {{phone}}',
  ask: 'Đội nào đúng là của đơn vị, xin chọn để xác nhận. Đội chưa được xác nhận vẫn dự thi bình thường.',
  whatLabel: 'Đội',
  one: 'Xác nhận {{team}} ({{unit}})',
  all: 'Tất cả: xác nhận cả {{count}} đội',
  decline: 'Không xác nhận một đội',
  allSure: 'Xác nhận cả {{count}} đội: {{teams}}?',
  allYes: 'Đúng, xác nhận tất cả',
  allNo: 'Chưa xác nhận',
  left: 'Chưa xác nhận gì cả.',
  declineWhich: 'Anh/chị không xác nhận đội nào?',
  reasonLabel: 'Lý do',
  reasonAsk:
    'Vì sao anh/chị không xác nhận đội <b>{{team}}</b>? Lý do này được gửi nguyên văn cho người liên hệ của đội.',
  declineSure: 'Không xác nhận đội <b>{{team}}</b>: đăng ký của đội không còn hiệu lực.\nLý do: {{reason}}',
  declineSureEntries:
    'Không xác nhận đội <b>{{team}}</b>: đăng ký của đội không còn hiệu lực, bài đã nộp được rút và nhường chỗ cho bài khác: {{entries}}.\nLý do: {{reason}}',
  declineYes: 'Đúng, không xác nhận',
  declineNo: 'Để lại sau',
  confirmed: 'Đã xác nhận đội <b>{{team}}</b>, {{unit}}.',
  confirmedAll: 'Đã xác nhận {{count}} đội.',
  declined: 'Đã ghi nhận: anh/chị không xác nhận đội <b>{{team}}</b>, {{unit}}.',
  declinedEntries:
    'Đã ghi nhận: anh/chị không xác nhận đội <b>{{team}}</b>, {{unit}}. Bài đã nộp được rút: {{entries}}.',
  toldConfirmed:
    '<b>{{contest}}</b>\nĐăng ký của đội <b>{{team}}</b>, {{unit}}, đã được đầu mối của đơn vị xác nhận (người xác nhận: {{by}}).',
  toldDeclined:
    '<b>{{contest}}</b>\nĐăng ký của đội <b>{{team}}</b>, {{unit}}, không được đầu mối của đơn vị xác nhận nên không còn hiệu lực (người trả lời: {{by}}).\nLý do: {{reason}}\n\nNếu có nhầm lẫn, xin liên hệ đầu mối của đơn vị. Khi còn hạn đăng ký, anh/chị đăng ký lại được bằng lệnh /dangky.',
  toldDeclinedEntries:
    '<b>{{contest}}</b>\nĐăng ký của đội <b>{{team}}</b>, {{unit}}, không được đầu mối của đơn vị xác nhận nên không còn hiệu lực (người trả lời: {{by}}). Bài đã nộp được rút: {{entries}}.\nLý do: {{reason}}\n\nNếu có nhầm lẫn, xin liên hệ đầu mối của đơn vị. Khi còn hạn đăng ký, anh/chị đăng ký lại được bằng lệnh /dangky.',
  gone: 'Đăng ký này không còn: có người vừa trả lời là không xác nhận. Gõ /xacnhan để xem những đội còn lại.',
  already: 'Đội «{{team}}» đã được {{by}} xác nhận rồi. Gõ /xacnhan để xem những đội còn lại.',
  entriesTaken:
    'Bài của đội «{{team}}» đã được công nhận hợp lệ ({{entries}}), nên không thể từ chối đăng ký của đội nữa. Nếu có sai phạm, xin báo Ban Tổ chức.',
  entriesClosed:
    'Đội «{{team}}» đã có bài dự thi và đã hết hạn nộp bài lúc {{closes}}, nên không thể từ chối đăng ký của đội nữa. Nếu có sai phạm, xin báo Ban Tổ chức.',
  news: '<b>{{contest}}</b>\nCó {{count}} đội mới đăng ký, chờ anh/chị xác nhận:',
  newsLine: '• {{team}}, {{unit}}',
  newsHow: 'Xin gõ /xacnhan để xem và xác nhận.',
  yet: 'Đăng ký chưa được đầu mối của đơn vị xác nhận.',
  stands: 'Đăng ký đã được đầu mối của đơn vị xác nhận (người xác nhận: {{by}}, lúc {{at}}).',
} as const;
