export default {
  only: 'Việc này dành cho {{who}}. Nếu anh/chị giữ nhiệm vụ đó, xin nhập mã được cấp: gõ /ma rồi đến mã.',
  elsewhere:
    'Việc này dành cho {{who}}. Trong {{here}} anh/chị không giữ nhiệm vụ đó, nhưng có trong {{there}}: gõ /cuocthi để chuyển sang cuộc thi ấy.',
  otherUnit: 'Anh/chị chỉ làm việc này cho đơn vị mình làm đầu mối: {{units}}.',
  otherJury:
    'Anh/chị làm Trưởng Ban Giám khảo ở vòng khác. Việc này do Trưởng Ban Giám khảo của vòng này hoặc Ban Tổ chức làm.',
} as const;
