export default {
  answerOrCommand:
    '«{{typed}}» cũng là tên một việc của Trợ lý. Nếu anh/chị muốn làm việc ấy, xin gõ {{command}}. Nếu đó là câu trả lời, xin chọn dưới đây; nếu gõ nhầm, xin gõ lại câu trả lời.',
  isAnswer: 'Đó là câu trả lời của tôi',
  askedLongAgo:
    'Anh/chị đang làm dở việc «{{form}}», và từ lúc Trợ lý hỏi đã có tin khác. Câu đang chờ trả lời là:',
  typedAnswer:
    'Nếu «{{typed}}» là câu trả lời, xin chọn dưới đây. Nếu không, xin gõ câu trả lời, hoặc gõ /huy để dừng.',
  sentAnswer:
    'Nếu tin anh/chị vừa gửi là câu trả lời, xin chọn dưới đây. Nếu không, xin gửi câu trả lời, hoặc gõ /huy để dừng.',
  typeAgain: '(Trợ lý chưa ghi «{{typed}}». Nếu đó là câu trả lời, xin gõ lại.)',
  cameTwice:
    'Hai tin giống nhau đến liền nhau, nên Trợ lý chỉ tính một. Nếu anh/chị muốn trả lời câu mới nhất cũng như vậy, xin gửi lại.',
  offeredLongAgo: 'Sau các lựa chọn này đã có tin khác. Nếu anh/chị vẫn muốn chọn, xin chọn lại:',
  confirm: 'Xác nhận',
  change: 'Sửa lại',
  changeWhat: 'Anh/chị muốn sửa mục nào?',
  chooseOne:
    'Trợ lý chưa hiểu câu trả lời. Xin anh/chị bấm một nút dưới đây, hoặc gõ lại đúng chữ ghi trên nút.',
  chooseByNumber: 'Trợ lý chưa hiểu câu trả lời. Xin anh/chị gõ số đứng trước câu mình chọn dưới đây.',
  textPlease: 'Ở câu này xin anh/chị gõ câu trả lời: Trợ lý không đọc được ảnh, nhãn dán hay tệp.',
  spoken: 'Trợ lý không nghe được tin nhắn thoại. Xin anh/chị gõ câu trả lời bằng chữ.',
  tooShort: 'Câu trả lời này ngắn quá. Xin anh/chị viết rõ hơn.',
  noSuchDay: 'Tháng {{month}} chỉ có {{last}} ngày. Xin ghi lại ngày.',
  noSuchDayThen: 'Tháng {{month}} năm {{year}} chỉ có {{last}} ngày. Xin ghi lại ngày.',
  tooLong: 'Câu trả lời dài {{length}} ký tự, tối đa là {{longest}}. Xin anh/chị viết gọn lại.',
  documentNumber:
    '«{{typed}}» chưa phải số văn bản: trong số văn bản có chữ số, ví dụ 12/QĐ-UBND. Xin gõ lại cho đúng.',
  atTheBeginning: 'Đây là câu đầu tiên, không lùi được nữa. Gõ /huy nếu anh/chị muốn dừng.',
  cancelled: 'Đã dừng việc «{{form}}». {{stays}} Gõ /trogiup để xem có thể làm gì tiếp.',
  nothingSent: 'Chưa có gì được gửi đi.',
  gaveWay: 'Việc «{{form}}» đang làm dở được dừng lại. {{stays}}',
  nothingOpen: 'Hiện không có việc nào đang làm dở. Gõ /trogiup để xem có thể làm gì.',
  help: 'Anh/chị đang làm: <b>{{form}}</b>. Cứ trả lời từng câu một; gõ /lui để quay lại câu trước, /huy để dừng.',
  noSuchCommand: 'Trợ lý không có lệnh này. Lúc đang trả lời, anh/chị dùng được /lui, /huy và /trogiup.',
  oldButton: 'Nút anh/chị vừa bấm là của một câu hỏi trước đó. Câu đang chờ anh/chị trả lời là:',
  oldButtonNoForm: 'Nút này thuộc về một câu hỏi đã xong. Gõ /trogiup để xem có thể làm gì tiếp.',
  unfinished:
    'Anh/chị đang làm dở việc «{{form}}». Những gì đã gõ vẫn còn: xin làm nốt, hoặc gõ /huy để bỏ và bắt đầu lại.',
  setAside:
    'Việc «{{form}}» đang làm dở được để lại, không mất gì. Xong việc dưới đây, hoặc gõ /huy, thì Trợ lý hỏi tiếp.',
  stillOpen:
    'Anh/chị đang làm dở việc «{{form}}». Xin trả lời câu hỏi ở trên; gõ /lui để quay lại, /huy để dừng.',
  goingOn: 'Xin mời anh/chị làm tiếp:',
} as const;
