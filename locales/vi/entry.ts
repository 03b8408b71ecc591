export default {
  noSuchMove: 'Bài {{code}} đang ở trạng thái «{{from}}» nên chưa thể chuyển sang «{{to}}».',
  notReplaceable: 'Bài {{code}} đang ở trạng thái «{{from}}» nên không thay được nữa.',
  movedMeanwhile: 'Bài {{code}} vừa chuyển sang trạng thái khác. Xin gõ /trangthai để xem rồi làm lại.',
  reasonNeeded: 'Xin anh/chị ghi lý do để bài {{code}} được chuyển sang «{{to}}».',
} as const;
