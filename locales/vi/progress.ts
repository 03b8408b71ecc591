/** How far the judges are. */
export default {
  title: '<b>Tiến độ chấm: {{where}}</b>',
  locked: 'Điểm đã chốt lúc {{at}}.',
  until: 'Hạn chấm: {{closes}}.',
  noJudges: 'Chưa có giám khảo nào.',
  line: '• {{name}}: {{soFar}}',
  lineLast: '• {{name}}: {{soFar}}, gần nhất lúc {{last}}',
  entries: '{{scored}}/{{count}} bài',
  entriesAndParts: '{{scored}}/{{count}} bài ({{scoredParts}}/{{countParts}} phần thi)',
  assigned: 'Phân công lần {{number}}: mỗi bài có {{views}} giám khảo chấm.',
  lacking:
    'Bài chưa đủ giám khảo chấm được: {{codes}}. Xin mời thêm giám khảo không liên quan đến các bài này.',
  idle: 'Chưa bắt đầu chấm: {{names}}.',
  differ:
    'Bài có các phiếu chênh nhau nhiều: {{codes}}. {{limit}} Chỉ so các phiếu được tính; điểm của từng người không hiện ra ở đây.',
  alike: 'Chưa có bài nào mà các phiếu chênh nhau nhiều. {{limit}} Chỉ so các phiếu được tính.',
  withoutOwn: 'Trước khi chốt điểm, phiếu của chính anh/chị không được so.',
  excluded: 'không chấm vì có liên quan: {{codes}}',
  excludedBlind: 'không chấm {{count}} bài vì có liên quan',
  limitPlan: 'Mức chênh này do kế hoạch quy định.',
  limitUsual: 'Kế hoạch không nêu mức chênh; đây là mức thường dùng, 10% thang điểm.',
} as const;
