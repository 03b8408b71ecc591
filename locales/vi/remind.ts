/** What people are reminded of: what is owed, until when, and the one thing to do. */
export default {
  title: '<b>Nhắc việc · {{contest}}</b>',
  refuse: 'Không muốn nhận lời nhắc nữa, anh/chị gõ /tatnhac.',
  elsewhere: 'Cuộc trò chuyện này đang ở cuộc thi khác: trước hết xin gõ /cuocthi {{id}}.',
  andMore: '{{names}}… (còn {{count}} nữa)',
  more: 'Và {{count}} việc khác như vậy: gõ /tinhhinh để xem.',
  goOn: 'Làm tiếp',
  goTo: 'Sang {{contest}}',
  entry: 'Đội {{team}} đã đăng ký mà chưa nộp bài. Hạn nộp: {{closes}}. Gõ /nopbai để nộp bài.',
  entryBegun: 'Bài của đội {{team}} đang nộp dở, chưa gửi. Hạn nộp: {{closes}}. Gõ /nopbai để làm tiếp.',
  entryInstead:
    'Đội {{team}} đã đăng ký mà chưa nộp bài. Hạn nộp: {{closes}}. Đội không tự nộp được thì anh/chị gõ /guithay để nộp thay.',
  inGroup: 'Trợ lý không nhắn riêng được cho đội có tên dưới đây. Nhờ mọi người trong nhóm báo giúp cho đội.',
  entryInGroup:
    'Đội {{team}} đã đăng ký mà chưa nộp bài. Hạn nộp: {{closes}}. Xin đội nhắn riêng cho Trợ lý và gõ /nopbai để nộp bài.',
  entriesInGroup:
    '{{count}} đội đã đăng ký mà chưa nộp bài: {{teams}}. Hạn nộp: {{closes}}. Xin các đội nhắn riêng cho Trợ lý và gõ /nopbai để nộp bài.',
  teamWithCode: '{{team}} (bài {{code}})',
  correctionInGroup:
    'Đội {{teams}} còn phải gửi bản sửa của bài dự thi. Hạn gửi: {{closes}}. Xin đội nhắn riêng cho Trợ lý và gõ /thaybai để gửi.',
  correctionsInGroup:
    '{{count}} đội còn phải gửi bản sửa của bài dự thi: {{teams}}. Hạn gửi: {{closes}}. Xin các đội nhắn riêng cho Trợ lý và gõ /thaybai để gửi.',
  registrationBegun: 'Anh/chị đang đăng ký dở, chưa gửi. Hạn đăng ký: {{closes}}. Gõ /dangky để làm tiếp.',
  teamsBehind:
    'Còn {{count}} đội trong địa bàn chưa nộp bài: {{teams}}. Hạn nộp: {{closes}}. Nhờ anh/chị nhắc các đội; gõ /tinhhinh để xem tất cả.',
  unitsBehind:
    'Còn {{count}} đơn vị chưa gửi bài nào: {{names}}. Hạn nộp: {{closes}}. Gõ /tinhhinh để xem tất cả.',
  teamsOwing: 'Còn {{count}} đội chưa nộp bài: {{names}}. Hạn nộp: {{closes}}. Gõ /tinhhinh để xem tất cả.',
  unitEntries:
    'Trong địa bàn còn {{count}} đơn vị chưa gửi bài nào: {{names}}. Hạn nộp: {{closes}}. Nhờ anh/chị nhắc các đội, hoặc gõ /guithay để nộp thay.',
  submitFor: 'Nộp bài thay',
  unitRegistrations:
    'Trong địa bàn còn {{count}} đơn vị chưa có đội đăng ký: {{names}}. Hạn đăng ký: {{closes}}. Nhờ anh/chị nhắc các đội, hoặc gõ /dangkythay để đăng ký thay.',
  registerFor: 'Đăng ký thay',
  unitsUnregistered:
    'Còn {{count}} đơn vị chưa có đội đăng ký: {{names}}. Hạn đăng ký: {{closes}}. Gõ /tinhhinh để xem tất cả.',
  correction:
    'Bài {{entry}} cần bổ sung mà chưa gửi lại. Hạn gửi: {{closes}}. Gõ /thaybai {{code}} để gửi bản sửa.',
  sheets:
    'Hạn chấm điểm là {{closes}}. Anh/chị đã chấm {{scored}}/{{count}}, còn {{left}} bài: {{codes}}. Gõ /cham để chấm tiếp bài {{next}}.',
  engagement:
    'Còn {{count}} bài chưa ghi lượt thích, lượt chia sẻ: {{codes}}. Lúc chốt: {{closes}}. Gõ /tuongtac {{example}} và hai con số để ghi.',
  engagementSeen: 'Xem số đã ghi',
  list: 'Danh sách «{{component}}» của {{unit}} còn thiếu {{missing}} người. Hạn gửi: {{closes}}. Gõ /danhsach để bổ sung.',
  sendList: 'Bổ sung danh sách',
  nominations:
    'Còn {{count}} đơn vị chưa cử đủ bài lên: {{names}}. Hạn cử bài: {{closes}}. Gõ /cu để chọn và cử bài.',
  nominate: 'Cử bài lên',
  propose: 'Việc chấm và bình chọn đã xong từ {{since}}; kết quả đang chờ được đề nghị.',
  proposeHow: 'Gõ /dexuat để xem và đề nghị.',
  approve: 'Đề nghị kết quả số {{number}} đang chờ phê duyệt từ {{since}}.',
  approveHow: 'Gõ /pheduyet để xem và quyết định.',
  publish: 'Kết quả theo đề nghị số {{number}} đã được phê duyệt từ {{since}}, đang chờ công bố.',
  publishHow: 'Gõ /congbo để công bố.',
  until: 'Hạn: {{closes}}.',
  wasUntil: 'Hạn đã qua: {{closes}}.',
  complaint: 'Khiếu nại {{code}} chưa được trả lời. Hạn trả lời: {{closes}}. Gõ /traloi {{code}} để trả lời.',
  complaintOver:
    'Khiếu nại {{code}} chưa được trả lời, đã quá hạn từ {{closes}}. Gõ /traloi {{code}} để trả lời ngay.',
  complaintWaits: 'Khiếu nại {{code}} gửi {{at}} chưa được trả lời. Gõ /traloi {{code}} để trả lời.',
  answer: 'Trả lời {{code}}',
  decisions: 'Bình chọn mở lúc {{opens}}. Ban Tổ chức còn phải quy định:',
  decisionsToJudge: 'Việc chấm điểm bắt đầu lúc {{opens}}. Ban Tổ chức còn phải quy định:',
  decisionsLocked: 'Việc chấm đã xong từ {{since}} nhưng chưa thể đề nghị kết quả. Xin Ban Tổ chức quy định:',
  settle: 'Quy định',
  help: 'Trợ lý không nhắn được cho: {{who}}. Nhờ anh/chị nhắc giúp việc này:',
  helpToo: 'Trong đó Trợ lý không nhắn được cho: {{who}}. Nhờ anh/chị gọi giúp.',
  unreached: 'Trợ lý không nhắn được cho {{count}} người còn việc chưa xong. Xin gọi giúp:',
  unreachedSee: 'Gõ /tinhhinh để xem đơn vị nào còn thiếu gì.',
  off: 'Trợ lý sẽ không nhắc hạn anh/chị nữa, ở mọi cuộc thi. Kết quả, ngày được đổi và những thông báo bắt buộc vẫn được gửi. Gõ /batnhac để nhận lại lời nhắc.',
  on: 'Từ nay Trợ lý lại nhắc anh/chị những việc sắp đến hạn. Gõ /tatnhac nếu không muốn nhận nữa.',
} as const;
