export default {
  which:
    'Anh/chị muốn mời ai? Xin chọn nhiệm vụ; cũng có thể gõ luôn kèm tên, ví dụ: thư ký Trần Thị Bình, đầu mối {{unit}}: Lê Văn An',
  whichLabel: 'Mời ai',
  whichTitle: 'Mời người vào cuộc thi',
  whichUnclear: 'Xin chọn một nhiệm vụ, hoặc gõ nhiệm vụ rồi đến tên người được mời.',
  noSelection:
    '{{unit}} không có vòng xét chọn trong cuộc thi này, nên không mời giám khảo cho đơn vị ấy được.',
  noneOfYours:
    'Đơn vị anh/chị làm đầu mối không có vòng xét chọn trong cuộc thi này, nên anh/chị không mời giám khảo được. Xin liên hệ Ban Tổ chức.',
  whichJury: 'Giám khảo của đơn vị nào? Xin chọn một:',
  home: 'Thuộc {{unit}}: không chấm bài của đơn vị này.',
  homeNone:
    'Trong cuộc thi này không có đơn vị nào tên «{{typed}}». Xin gõ lại lệnh với tên đơn vị đúng, hoặc chọn:',
  withoutHome: 'Không ghi đơn vị',
  homeDeclared: 'Ban Tổ chức ghi khi mời: thuộc {{unit}}',
  coordinatorTitle: 'Mời đầu mối đơn vị',
  unitAsk: 'Đầu mối của đơn vị nào? Xin gõ tên đơn vị; không dấu cũng được.',
  unitIsIt: 'Có phải là <b>{{unit}}</b> không? Nếu không phải, xin gõ lại tên.',
  unitNone:
    'Trong các đơn vị chọn được ở đây, không có đơn vị nào tên «{{typed}}». Xin kiểm tra và gõ lại tên.',
} as const;
