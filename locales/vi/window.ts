export default {
  submission: 'Nộp bài',
  voting: 'Bình chọn',
  judging: 'Chấm điểm',
} as const;
