export default {
  noCriteria: 'Kế hoạch chưa nêu các tiêu chí chấm, nên chưa quy định điểm được.',
  rubricStands: 'Thang điểm đã được quy định rồi, không đổi được ở đây.',
  scored: 'Đã có phiếu chấm, nên không đổi thang điểm được nữa.',
  quorumStands: 'Số phiếu chấm tối thiểu đã được quy định rồi, không đổi được ở đây.',
  judgingClosed: 'Việc chấm đã kết thúc lúc {{closes}}, nên không quy định số phiếu chấm tối thiểu được nữa.',
  noAudience: 'Theo kế hoạch, bình chọn không tính vào điểm của cuộc thi này.',
  conversionStands: 'Cách tính lượt tương tác đã được quy định rồi, không đổi được ở đây.',
  votingOpen:
    'Bình chọn đã mở lúc {{opens}}. Cách tính phải có trước khi mở bình chọn, nên không đặt ở đây được nữa.',
  already: 'Quy định này vừa được người khác đặt. Gõ /tinhhinh để xem.',
} as const;
