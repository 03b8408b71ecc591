export default {
  noSuchMove: 'Bài {{code}} đang ở trạng thái «{{from}}» nên chưa thể chuyển sang «{{to}}».',
  reasonNeeded: 'Xin anh/chị ghi lý do để bài {{code}} được chuyển sang «{{to}}».',
} as const;
