export default {
  launch: 'Phát động',
  registration: 'Đăng ký dự thi',
  selection: 'Xét chọn ở cơ sở',
  submission: 'Nộp bài',
  screening: 'Sơ loại',
  nomination: 'Cử bài lên cấp trên',
  posting: 'Đăng bài',
  voting: 'Bình chọn',
  judging: 'Chấm điểm',
  decision: 'Xét duyệt kết quả',
  showcase: 'Công diễn',
  awards: 'Tổng kết, trao giải',
} as const;
