/** Why a line of a list was not taken; what stood in it is not repeated. */
export default {
  private:
    'Dòng {{line}}: có số căn cước hoặc số tài khoản. Trợ lý không giữ những số đó; xin gửi lại dòng này chỉ với tên và số điện thoại.',
  privateColumn:
    'Bảng có cột số căn cước hoặc số tài khoản (dòng {{line}}). Trợ lý không giữ những số đó; xin xoá cột ấy rồi gửi lại bảng.',
  noName: 'Dòng {{line}}: thiếu họ tên.',
  nameDigit: 'Dòng {{line}}: có chữ số trong tên. Xin ghi tên chỉ bằng chữ, rồi mới đến số điện thoại.',
  nameAt: 'Dòng {{line}}: có dấu @ trong tên. Xin ghi họ tên trước, rồi mới đến những điều khác.',
  nameLong: 'Dòng {{line}}: tên dài quá. Xin ghi mỗi người một dòng.',
  doubtful:
    'Dòng {{line}}: «{{name}}» có phải họ tên một người không? Nếu phải, xin gửi lại và viết hoa chữ cái đầu của từng chữ.',
  phoneBad: 'Dòng {{line}}: số điện thoại chưa đúng, cần đủ 10 chữ số.',
  twice: 'Dòng {{line}}: {{name}} đã có ở dòng trên.',
  tooMany: 'Từ dòng {{line}}: quá 500 người, Trợ lý không đọc tiếp.',
} as const;
