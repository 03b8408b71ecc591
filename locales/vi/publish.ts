export default {
  title: 'Công bố kết quả',
  preview: '<b>XEM TRƯỚC – chưa gửi cho ai</b>',
  sure: 'Kết quả trên sẽ được gửi vào {{groups}} nhóm và báo riêng cho từng đội. Sau khi công bố không sửa được. Công bố chứ?',
  noGroups:
    'Chưa có nhóm nào được gắn nên kết quả chỉ được báo riêng cho từng đội (gõ /nhom để gắn nhóm trước). Sau khi công bố không sửa được. Công bố chứ?',
  yes: 'Công bố',
  no: 'Chưa công bố',
  left: 'Chưa công bố. Kết quả chưa được gửi cho ai.',
  done: 'Đã công bố kết quả lúc {{at}}: gửi vào {{groups}} nhóm và báo riêng cho các đội.',
  headline: '<b>KẾT QUẢ</b>\n{{contest}}',
  place: '<b>{{place}}. {{code}}</b> «{{title}}»\n{{team}}, {{unit}}',
  sharedPlace: '<b>{{place}}. {{code}}</b> «{{title}}» (đồng hạng)\n{{team}}, {{unit}}',
  points: '<b>{{total}}</b> điểm = Ban Giám khảo {{jury}} + bình chọn {{audience}}',
  unranked: 'Không xếp hạng vì chưa đủ số phiếu chấm: {{codes}}',
  howCounted: 'Tổng điểm = {{weights}}.',
  juryWeight: 'Ban Giám khảo (tối đa {{weight}})',
  audienceWeight: 'bình chọn (tối đa {{weight}})',
  yourResult:
    '{{contest}} đã công bố kết quả: bài <b>{{code}}</b> của đội xếp hạng <b>{{place}}</b>, tổng điểm {{total}}. Gõ /ketqua để xem đầy đủ.',
  toJudges: '{{contest}} đã công bố kết quả. Xin cảm ơn anh/chị giám khảo! Gõ /ketqua để xem.',
  changed: 'Kết quả vừa thay đổi so với bản xem trước, nên chưa công bố. Xin xem lại bản mới:',
  already: 'Kết quả đã được công bố lúc {{at}}. Gõ /ketqua để xem.',
  notYet: 'Kết quả chưa được công bố.',
  undecided: 'Chưa công bố được, vì còn thiếu quy định:\n{{what}}',
  votesOpen: 'Chưa công bố được: lượt bình chọn còn tính đến hết {{closes}}.',
  judgingOpen: 'Chưa công bố được: giám khảo còn được chấm và sửa điểm đến hết {{closes}}.',
  noEngagement:
    'Chưa công bố được: đến lúc chốt ({{freeze}}) chưa ghi lượt thích, lượt chia sẻ cho các bài {{codes}}. Số xem trước lúc chốt mà có ảnh chụp hoặc đường dẫn thì ghi bổ sung được (/tuongtac); nếu không có, kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  nobodyRanked:
    'Chưa công bố được: không bài nào đủ {{quorum}} phiếu chấm để xếp hạng. Xin quy định lại số phiếu chấm tối thiểu (/sophieu).',
  nobodyRankedFinal:
    'Chưa công bố được: không bài nào đủ {{quorum}} phiếu chấm để xếp hạng, mà số phiếu tối thiểu đã được quy định và đã hết hạn chấm. Kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  noEntries: 'Chưa công bố được: chưa có bài dự thi nào.',
} as const;
