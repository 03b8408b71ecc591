/** Who still owes something to a contest, as those to whom something is announced. */
export default {
  registration: 'Đầu mối của nơi chưa có đội đăng ký',
  list: 'Đầu mối chưa gửi đủ danh sách',
  entry: 'Đội hoặc đầu mối còn thiếu bài dự thi',
  correction: 'Đội có bài phải sửa',
  nomination: 'Đầu mối chưa cử bài lên',
  sheet: 'Giám khảo còn bài chưa chấm',
  engagement: 'Người còn phải ghi lượt tương tác',
} as const;
