/** Importing and exporting lists of administrative units. Said by `npm run cuocthi -- donvi`. */
export default {
  about: 'nhập và xuất danh sách đơn vị hành chính',
  import: 'nhập một danh sách từ tệp CSV hoặc Excel; sai một dòng thì không nhập dòng nào',
  importFile: 'tệp CSV hoặc Excel (xlsx)',
  importList: 'tên của danh sách, ví dụ tinh-a-2026; kế hoạch của cuộc thi gọi danh sách bằng tên này',
  importBefore: 'tên danh sách có hiệu lực trước đó, để tìm được đơn vị theo tên cũ',
  export: 'in một danh sách ra đầu ra chuẩn dưới dạng CSV, để sửa hoặc làm mẫu',
  exportList: 'tên của danh sách',

  reading: 'Đang đọc {{file}}…',
  bar: '{bar} {percentage}% | {value}/{total} đơn vị',
  part: 'Đã ghi {{done}}/{{total}} đơn vị.',
  stored: 'Đã nhập {{count}} đơn vị vào danh sách {{list}}. Trợ lý đang chạy sẽ tự dùng danh sách mới.',
  refused: 'Có {{count}} chỗ sai nên chưa nhập dòng nào. Hãy sửa tệp rồi chạy lại lệnh.',
  replaced:
    'Danh sách {{list}} vừa được người khác nhập lại, nên lần nhập này dừng lại và không đổi gì. Hãy xem lại rồi chạy lại lệnh nếu vẫn cần.',
  nameBad: 'Tên danh sách «{{list}}» chưa đúng. Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối.',
  shipped: 'Danh sách {{list}} đi kèm chương trình nên không nhập đè được. Hãy chọn một tên khác.',
  beforeItself: 'Danh sách {{list}} không thể nối tiếp chính nó. Hãy chọn danh sách có hiệu lực trước đó.',
  unknown: 'Không có danh sách nào tên {{list}}.',

  notXlsx:
    'Tệp {{file}} không đọc được như một tệp Excel (xlsx). Hãy lưu lại đúng dạng đó, hoặc lưu thành CSV.',
  tooLarge:
    'Tệp {{file}} quá lớn. Mỗi danh sách có tối đa {{most}} dòng; hãy xoá các trang, dòng và cột thừa.',
  notUtf8: 'Tệp {{file}} không theo bảng mã UTF-8 nên dấu tiếng Việt sẽ sai. Hãy lưu lại thành CSV UTF-8.',
  badQuotes: 'Tệp {{file}}, dòng {{line}}: dấu nháy kép đặt sai chỗ. Hãy sửa dòng này.',

  line: 'Dòng {{line}}: {{problem}}',
  empty: 'bảng không có đơn vị nào; dưới dòng tên cột phải có ít nhất một dòng.',
  tooMany: 'bảng có quá nhiều dòng; tối đa {{most}} dòng.',
  columnMissing: 'thiếu cột «{{column}}».',
  codeMissing: 'thiếu mã đơn vị.',
  codeBad: 'mã «{{code}}» chưa đúng; mã chỉ gồm chữ, chữ số, dấu chấm, dấu gạch, và dài tối đa 32 ký tự.',
  codeTwice: 'mã {{code}} đã có ở dòng {{other}}.',
  nameMissing: 'thiếu tên đơn vị.',
  fullNameBad:
    'tên đầy đủ «{{fullName}}» phải gồm loại đơn vị rồi đến đúng tên «{{name}}», ví dụ: Xã Nghĩa Giang.',
  levelUnknown: 'không có cấp «{{level}}»; hãy ghi tỉnh, huyện, cụm, xã hoặc thôn.',
  parentUnknown: 'đơn vị cấp trên {{parent}} không có trong tệp.',
  parentTooLow: 'đơn vị cấp trên {{parent}} phải ở cấp cao hơn.',
  circle: 'đơn vị {{code}} nằm trong chính nó qua các đơn vị cấp trên.',
  dayBad: '«{{day}}» không phải là ngày; hãy ghi như 1/7/2025.',
  daysReversed: 'ngày cuối {{until}} đứng trước ngày đầu {{from}}.',
} as const;
