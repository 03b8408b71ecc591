/** Where a contest stands between the last sheet and the final result. */
export default {
  locked: 'Phiếu chấm đã chốt lần {{number}}, lúc {{at}}.',
  judged: 'Việc chấm đã kết thúc lúc {{at}}.',
  votesUntil: 'Kết quả: chờ chốt lượt tương tác lúc {{at}}.',
  toPropose: 'Kết quả: chờ Trưởng Ban Giám khảo đề nghị (/dexuat).',
  toCorrect: 'Phiếu chấm đã khác với bản đã công bố: chờ Trưởng Ban Giám khảo đề nghị đính chính (/dexuat).',
  proposed: 'Kết quả: đề nghị số {{number}} chờ Trưởng Ban Tổ chức phê duyệt (/pheduyet).',
  approved: 'Kết quả: đề nghị số {{number}} đã được phê duyệt, chờ công bố (/congbo).',
  returned: 'Kết quả: đề nghị số {{number}} đã được trả lại, chờ Trưởng Ban Giám khảo đề nghị lại (/dexuat).',
  published: 'Kết quả bản số {{version}} đã công bố lúc {{at}} (/ketqua).',
  provisional: 'Đó là kết quả tạm thời: khiếu nại được nhận đến hết {{until}}.',
  waitsForAnswers:
    'Đó vẫn là kết quả tạm thời: đã hết thời gian nhận khiếu nại, còn chờ trả lời xong các khiếu nại.',
  final: 'Đó là kết quả chính thức: đã hết thời gian nhận khiếu nại.',
  complaints: 'Khiếu nại chờ trả lời: {{codes}} (/traloi).',
  teamJudged: 'Việc chấm đã kết thúc. Kết quả chưa được công bố; khi công bố, Trợ lý báo ngay tại đây.',
  teamPublished: 'Kết quả đã công bố lúc {{at}}: gõ /ketqua để xem.',
  teamComplaints: 'Khiếu nại {{codes}} của anh/chị đang chờ trả lời.',
} as const;
