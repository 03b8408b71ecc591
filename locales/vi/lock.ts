/** The sheets are locked. */
export default {
  final: 'vòng cuối',
  selection: 'vòng xét chọn của {{unit}}',
  title: 'Chốt điểm',
  told: '<b>{{contest}}</b>\nPhiếu chấm {{what}} đã chốt lần {{number}}, lúc {{at}}: {{count}} phiếu, trong đó {{counted}} phiếu được tính.\nMã kiểm tra: <code>{{checksum}}</code>. Mã này không đổi nếu không phiếu nào bị sửa.',
  left: 'Còn thiếu phiếu của: {{judges}}.',
  judgeLeft: '{{name}} ({{count}} bài)',
  toldJudge:
    '<b>{{contest}}</b>\nCác phiếu chấm đã đủ, nên điểm {{final}} được chốt lúc {{at}}, không sửa được nữa. Xin cảm ơn anh/chị!',
  sure: '{{judges}} giám khảo đã chấm đủ {{entries}} bài {{final}}. Chốt bây giờ thì không ai ghi hay sửa điểm được nữa. Anh/chị xác nhận chứ?',
  lacking: '<b>Chưa đủ: {{count}} phiếu còn thiếu phần thi</b>',
  lacks: '{{name}}, bài {{code}}: thiếu {{parts}}',
  sureLacking:
    'Phiếu thiếu phần thì không được tính. Muốn bổ sung, Trưởng Ban Giám khảo mở lại phần ấy, ví dụ: /molailuot {{code}}. Chốt điểm {{final}} bây giờ thì không ai ghi hay sửa điểm được nữa. Anh/chị vẫn chốt chứ?',
  short: '⚠️ {{codes}} chỉ có {{count}} phiếu được tính, cần {{quorum}} phiếu mới được xếp hạng.',
  shortNone: '⚠️ {{codes}} chưa có phiếu nào được tính, cần {{quorum}} phiếu mới được xếp hạng.',
  asides: '<b>Phiếu được để riêng, không tính ({{count}}):</b>',
  aside: '• {{code}}, phiếu của {{judge}}: {{by}} để riêng lúc {{at}}. Lý do: {{reason}}',
  doneCounted: 'Được tính: {{counted}}/{{count}} phiếu.',
  done: 'Đã chốt điểm {{final}} lúc {{at}}, lần {{number}}: {{count}} phiếu. Mã kiểm tra: <code>{{checksum}}</code>.',
  already: 'Điểm {{final}} đã chốt lúc {{at}}.',
  open: 'Giám khảo còn được chấm và sửa điểm {{final}} đến {{closes}}, nên bây giờ chưa xếp hạng được. Xin làm lại sau lúc đó.',
  unheard:
    'Giám khảo vừa gửi tin nhắn và máy chưa ghi xong, nên điểm chưa được chốt. Xin thử lại sau một phút.',
} as const;
