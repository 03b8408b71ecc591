export default {
  yes: 'Đúng, quy định như vậy',
  no: 'Chưa, để sau',
  final: 'Sau khi xác nhận, quy định này được báo vào các nhóm và không đổi được ở đây.',
  left: 'Chưa có gì thay đổi.',
  done: 'Đã ghi nhận quy định và báo vào các nhóm.',
  doneNoGroups: 'Đã ghi nhận quy định. Chưa có nhóm nào được gắn nên chưa báo cho ai: gõ /nhom để gắn nhóm.',
  rubricTitle: 'Quy định thang điểm',
  rubricHow:
    'Xin ghi {{count}} số, là điểm tối đa của từng tiêu chí theo thứ tự: {{criteria}}. Ví dụ: {{example}}',
  rubricCheck: '<b>Thang điểm của Ban Giám khảo sẽ là:</b>',
  rubricLine: '{{label}}: tối đa {{max}} điểm',
  rubricSum: 'Cộng: {{scale}} điểm',
  rubricAnnounced: '<b>{{contest}}</b>\nBan Tổ chức quy định thang điểm của Ban Giám khảo:',
  conversionTitle: 'Quy định cách tính lượt tương tác',
  conversionHow:
    'Xin ghi mỗi lượt thích mấy điểm rồi mỗi lượt chia sẻ mấy điểm, ví dụ: /quydoi 1 2. Muốn có mức trần điểm thì ghi thêm, ví dụ: /quydoi 1 2 tran 1000.',
  conversionCheck: '<b>Lượt tương tác sẽ được tính như sau:</b>',
  conversionPoints: 'Mỗi lượt thích {{like}} điểm, mỗi lượt chia sẻ {{share}} điểm.',
  scaleMax: 'Bài có số điểm này cao nhất được trọn phần điểm bình chọn, các bài khác theo tỷ lệ.',
  scaleCap: 'Bài đạt từ {{cap}} điểm này trở lên được trọn phần điểm bình chọn, các bài khác theo tỷ lệ.',
  conversionAnnounced: '<b>{{contest}}</b>\nBan Tổ chức quy định cách tính lượt thích và lượt chia sẻ:',
  quorumTitle: 'Quy định số phiếu chấm tối thiểu',
  quorumHow: 'Xin ghi một bài cần ít nhất bao nhiêu phiếu chấm mới được xếp hạng, ví dụ: /sophieu 5.',
  quorumCheck: '<b>Mỗi bài cần ít nhất {{quorum}} phiếu chấm mới được xếp hạng.</b>',
  quorumLine: 'Mỗi bài cần ít nhất {{quorum}} phiếu chấm mới được xếp hạng.',
  quorumAnnounced:
    '<b>{{contest}}</b>\nBan Tổ chức quy định: mỗi bài cần ít nhất {{quorum}} phiếu chấm mới được xếp hạng.',
  screenersTitle: 'Quy định số người thẩm định',
  screenersHow:
    'Xin ghi mỗi bài do mấy người thẩm định. Ghi 1 nếu một người kết luận là đủ; ghi 3 nếu lấy theo đa số của ba người. Ví dụ: /sothamdinh 3.',
  oneScreener: 'Mỗi bài do một người thẩm định và kết luận.',
  majority:
    'Mỗi bài do {{count}} người thẩm định, lấy theo đa số: có {{agreeing}} người cùng ý kiến thì thành kết luận.',
} as const;
