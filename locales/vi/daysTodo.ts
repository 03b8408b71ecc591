/** What somebody can do about it, by what begins. */
export default {
  missed: 'Nếu có lý do chính đáng, anh/chị hỏi Ban Tổ chức: gõ /hoi rồi đến câu hỏi.',
  organizer: 'Gõ /tinhhinh để xem tình hình.',
  everybody: 'Gõ /lich để xem các ngày sắp tới của anh/chị.',
  registration: 'Gõ /tinhhinh để xem nơi nào đã có đội đăng ký, /dangkythay để đăng ký thay cho một đội.',
  selection: 'Gõ /tinhhinh để xem bài của các đội thuộc đơn vị mình.',
  screening: 'Gõ /thamdinh để bắt đầu.',
  nomination: 'Gõ /cu để cử bài lên.',
  posting: 'Gõ /dangbai để ghi đường dẫn của bài đã đăng.',
} as const;
