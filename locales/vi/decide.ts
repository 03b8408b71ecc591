export default {
  noCriteria: 'Kế hoạch chưa nêu các tiêu chí chấm, nên chưa quy định điểm được.',
  rubricStands:
    'Thang điểm đã được quy định rồi, không đổi được nữa. Gõ /thele để xem các quy định đang áp dụng.',
  scored: 'Đã có phiếu chấm, nên không đổi thang điểm được nữa.',
  quorumStands:
    'Số phiếu chấm tối thiểu đã được quy định rồi, không đổi được nữa. Gõ /thele để xem các quy định đang áp dụng.',
  judgingClosed: 'Việc chấm đã kết thúc lúc {{closes}}, nên không quy định số phiếu chấm tối thiểu được nữa.',
  tieChainLate:
    'Điểm đã chốt lúc {{closes}}, nên không quy định thêm cách xét khi bằng điểm được nữa: bài nào vẫn bằng nhau thì đồng hạng.',
  published:
    'Kết quả đã công bố lúc {{at}}, khi chưa quy định thời hạn khiếu nại, nên bây giờ không quy định được nữa.',
  noAudience: 'Theo kế hoạch, bình chọn không tính vào điểm của cuộc thi này.',
  conversionStands:
    'Cách tính lượt tương tác đã được quy định rồi, không đổi được nữa. Gõ /thele để xem các quy định đang áp dụng.',
  votingOpen:
    'Bình chọn đã mở lúc {{opens}}. Cách tính phải có trước khi mở bình chọn, nên không đặt ở đây được nữa.',
  votingCounted: 'Đã có lượt bình chọn được ghi, nên cách tính không đặt ở đây được nữa.',
  owesRubric: '• Thang điểm (/thangdiem): giám khảo chưa chấm được khi chưa có thang điểm.',
  owesRubricUntil: '• Thang điểm (/thangdiem): xin quy định trước khi mở chấm điểm, {{until}}.',
  owesConversion: '• Cách tính lượt tương tác (/quydoi): xin quy định trước khi mở bình chọn.',
  owesConversionUntil:
    '• Cách tính lượt tương tác (/quydoi): phải quy định trước khi mở bình chọn, {{until}}; sau lúc ấy không quy định được nữa.',
  missed:
    '• {{name}}: bình chọn đã mở lúc {{opens}} mà chưa có quy định, nên bây giờ không quy định được nữa và Trợ lý không xếp hạng, không công bố kết quả được. Phiếu chấm và lượt tương tác vẫn được ghi và lưu lại đầy đủ (phiếu chấm lấy bằng lệnh /vanban sau khi chốt điểm); kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  owesQuorum: '• Số phiếu chấm tối thiểu của mỗi bài (/sophieu).',
  owesOther: '• {{name}} (/quydinh).',
  owesPrizes: '• Giải thưởng (/quydinh): {{names}}.',
  owesDays: '• Thời gian của «{{name}}» (/doingay).',
  already: 'Quy định này vừa được người khác đặt. Gõ /tinhhinh để xem.',
} as const;
