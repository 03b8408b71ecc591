export default {
  title: 'Công bố kết quả',
  preview: '<b>XEM TRƯỚC – chưa gửi cho ai</b>',
  sure: 'Kết quả trên sẽ được gửi vào {{groups}} nhóm và báo riêng cho từng đội. Sau khi công bố chỉ còn đính chính được, không sửa được. Công bố chứ?',
  noGroups:
    'Chưa có nhóm nào được gắn nên kết quả chỉ được báo riêng cho từng đội (gõ /nhom để gắn nhóm trước). Sau khi công bố chỉ còn đính chính được, không sửa được. Công bố chứ?',
  openPrizes:
    '⚠️ Còn giải chưa quyết định trao cho bài nào: {{prizes}}. Danh sách công bố sẽ ghi rõ như vậy. Sau khi công bố, các giải này được quyết định bằng bản đính chính (/dexuat) hoặc do Ban Tổ chức công bố riêng.',
  complaintsOpen:
    '⚠️ Còn {{count}} khiếu nại chưa trả lời: {{codes}}. Câu trả lời có thể làm thay đổi kết quả; xem và trả lời: /traloi. Anh/chị vẫn công bố ngay chứ?',
  despite: 'Vẫn công bố',
  yes: 'Công bố',
  no: 'Chưa công bố',
  left: 'Chưa công bố. Kết quả chưa được gửi cho ai.',
  done: 'Đã công bố kết quả lúc {{at}}: gửi vào {{groups}} nhóm.',
  doneNoGroups: 'Đã công bố kết quả lúc {{at}}. Chưa có nhóm nào nhận được.',
  heardCorrection: 'Những đội có thay đổi và đầu mối của các đội ấy đã được báo riêng.',
  heard: 'Các đội và đầu mối đã được báo riêng.',
  toPerson: '<b>{{contest}}</b> đã công bố kết quả.',
  toPersonCorrection: '<b>{{contest}}</b> đã đính chính kết quả (bản số {{version}}).',
  ownLost: 'Bài <b>{{code}}</b> không còn được: {{prizes}}.',
  ownPlace: 'Bài <b>{{code}}</b> «{{title}}»: hạng <b>{{place}}</b>, tổng điểm {{total}}.',
  ownShared: 'Bài <b>{{code}}</b> «{{title}}»: đồng hạng <b>{{place}}</b>, tổng điểm {{total}}.',
  ownAbsent: 'Bài <b>{{code}}</b> «{{title}}»: không xếp hạng vì vắng mặt.',
  ownUnranked: 'Bài <b>{{code}}</b> «{{title}}»: không xếp hạng vì chưa đủ số phiếu chấm.',
  ownGone: 'Bài <b>{{code}}</b>: không còn trong bảng xếp hạng.',
  seeAll: 'Gõ /ketqua để xem đầy đủ.',
  howCounted: 'Gõ /giaithich {{code}} để xem điểm được tính thế nào, từ những phiếu và số liệu nào.',
  toJudges: '{{contest}} đã công bố kết quả. Xin cảm ơn anh/chị giám khảo! Gõ /ketqua để xem.',
  already: 'Kết quả đã được công bố lúc {{at}}. Gõ /ketqua để xem.',
  notProposed:
    'Chưa công bố được: chưa có kết quả nào được đề nghị và phê duyệt. Trưởng Ban Giám khảo đề nghị (/dexuat), Trưởng Ban Tổ chức phê duyệt (/pheduyet), rồi mới công bố.',
  notApproved: 'Chưa công bố được: đề nghị số {{number}} còn chờ Trưởng Ban Tổ chức phê duyệt (/pheduyet).',
  outOfDate:
    'Từ khi lập đề nghị số {{number}}, việc chấm đã được mở lại, hoặc phiếu chấm, lượt tương tác hoặc danh sách bài đã thay đổi, nên đề nghị này không dùng được nữa. Xin Trưởng Ban Giám khảo đề nghị lại (/dexuat).',
  notYet: 'Chưa công bố được',
  undecided: '{{notYet}}, vì còn thiếu quy định:\n{{what}}',
  votesOpen: '{{notYet}}: lượt bình chọn còn tính đến hết {{closes}}.',
  judgingOpen: '{{notYet}}: giám khảo còn được chấm và sửa điểm đến hết {{closes}}.',
  noEngagement:
    '{{notYet}}: đến lúc chốt ({{freeze}}) chưa ghi lượt thích, lượt chia sẻ cho các bài {{codes}}. Số xem trước lúc chốt mà có ảnh chụp hoặc đường dẫn thì ghi bổ sung được (/tuongtac); nếu không có, kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  nobodyRanked:
    '{{notYet}}: không bài nào đủ {{quorum}} phiếu chấm để xếp hạng. Xin quy định lại số phiếu chấm tối thiểu (/sophieu).',
  nobodyRankedFinal:
    '{{notYet}}: không bài nào đủ {{quorum}} phiếu chấm để xếp hạng, mà số phiếu tối thiểu đã được quy định và đã hết hạn chấm. Kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  noEntries: '{{notYet}}: chưa có bài dự thi nào.',
} as const;
