export default {
  title: '<b>Tình hình {{contest}}</b>\nLúc {{at}}',
  registered: 'Đội đã đăng ký: {{registered}}',
  sent: 'Bài đã nộp: {{sent}}',
  sentOf: 'Bài đã nộp: {{sent}}/{{slots}} ({{senders}} đơn vị, mỗi đơn vị tối đa {{quota}} bài)',
  senderSent: '• {{name}}: {{count}} bài – {{entries}}',
  senderRegistered: '• {{name}}: đã đăng ký ({{teams}}), chưa nộp bài',
  senderTeams: '• {{name}}: {{teams}}',
  silentTeams: 'Chưa đăng ký ({{count}}): {{names}}',
  silent: 'Chưa đăng ký, chưa nộp ({{count}}): {{names}}',
  unconfirmed: 'Chưa được đầu mối đơn vị xác nhận ({{count}}): {{teams}}',
  reopened: 'Việc chấm đang được mở lại, đến {{until}}; sau lúc đó điểm tự chốt lần nữa.',
  judges: 'Giám khảo đã chấm:',
  fewJudges:
    '{{each}} cần {{quorum}} phiếu chấm mới được xếp hạng, hiện mới có {{judges}} giám khảo: xin mời thêm (/moigiamkhao) hoặc quy định lại (/sophieu).',
  fewJudgesInvite:
    '{{each}} cần {{quorum}} phiếu chấm mới được xếp hạng, hiện mới có {{judges}} giám khảo: xin mời thêm (/moigiamkhao).',
  fewJudgesQuorum:
    '{{each}} cần {{quorum}} phiếu chấm mới được xếp hạng, nhưng chỉ có {{judges}} giám khảo và đã hết hạn chấm: xin quy định lại số phiếu (/sophieu).',
  fewJudgesOver:
    '{{each}} cần {{quorum}} phiếu chấm mới được xếp hạng, nhưng chỉ có {{judges}} giám khảo và đã hết hạn chấm, nên những bài thiếu phiếu không được xếp hạng.',
  each: 'Mỗi bài',
  eachAt: 'Mỗi bài ở {{round}}',
  shortJuries:
    '{{round}}: mỗi bài cần {{quorum}} phiếu chấm mới được xếp hạng. Đơn vị chưa đủ giám khảo ({{count}}), kèm số giám khảo đang có: {{units}}. Xin đầu mối của đơn vị mời thêm (/moigiamkhao).',
  moreJuries: '… và {{count}} đơn vị khác',
  moreUnits: '… và {{count}} đơn vị khác; xem từng nơi: gõ /tinhhinh rồi đến tên đơn vị',
  sameVideo: 'Một video có trong bài của nhiều đội, xin xem lại: {{groups}}',
  moreVideos: '… và {{count}} video khác',
  moreTeams: '… và {{count}} đội khác; xem: /xacnhan',
  engagementAll: 'Lượt tương tác: đã ghi đủ các bài.',
  engagementAhead: 'Lượt tương tác: ghi được từ {{opens}}, khi mở bình chọn.',
  engagementOwed: 'Lượt tương tác: còn {{count}} bài chưa ghi – {{codes}} (/tuongtac).',
  engagementMissing:
    'Lượt tương tác: còn {{count}} bài chưa ghi – {{codes}}. Xin ghi (/tuongtac) trước khi chốt lúc {{freeze}}.',
  engagementMissed:
    'Lượt tương tác: đã chốt lúc {{freeze}} mà {{count}} bài chưa ghi – {{codes}}. Số xem trước lúc chốt vẫn ghi được (/tuongtac) nếu có ảnh chụp hoặc đường dẫn.',
  quota:
    '{{bot}} trên Zalo: tháng {{month}} đã dùng {{used}}/{{quota}} tin, còn gửi được {{room}} tin thông báo; phần cuối để dành cho kết quả và Ban Tổ chức.',
  saving:
    '{{bot}} trên Zalo đang tiết kiệm tin: đến hết tháng, mỗi người chỉ nhận một tin nhắc việc mỗi ngày, từ 7 giờ sáng, gồm mọi việc đến lúc nhắc trong ngày. Việc mới phát sinh mà hạn ngay hôm đó vẫn được nhắc thêm; người trong Ban Tổ chức vẫn được nhắc từng việc.',
  undecided: 'Còn phải quy định:',
  windowClosed: '{{label}}: đã kết thúc lúc {{closes}}',
  windowAhead: '{{label}}: sẽ mở lúc {{opens}}',
  windowOpen: '{{label}}: đang mở, đến hết {{closes}}',
} as const;
