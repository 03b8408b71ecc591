export default {
  databaseAddressWrong:
    'MONGODB_URI không phải là một địa chỉ MongoDB đúng dạng. Hãy sửa lại, ví dụ mongodb://may-chu:27017/cuocthi, hoặc bỏ trống để dùng MongoDB đi kèm.',
  databaseUnreachable:
    'Không kết nối được với MongoDB tại {{hosts}}. Hãy xem máy chủ đó có đang chạy không, tường lửa có cho qua không và địa chỉ trong MONGODB_URI có đúng không.',
  databaseLoginRefused:
    'MongoDB tại {{hosts}} không cho đăng nhập. Hãy kiểm tra tên người dùng, mật khẩu và quyền trong MONGODB_URI.',
  dataFolderHeld:
    'Thư mục dữ liệu {{folder}} đang được một chương trình khác sử dụng. Hãy tắt chương trình đó (có thể là một lần npm start khác) hoặc chọn thư mục dữ liệu khác, rồi chạy lại.',
  dataFolderNotWritable:
    'Không ghi được vào thư mục dữ liệu {{folder}}. Hãy cấp quyền ghi thư mục này cho người chạy chương trình hoặc chọn thư mục dữ liệu khác, rồi chạy lại.',
  diskFull:
    'Ổ đĩa chứa thư mục dữ liệu {{folder}} chỉ còn trống {{free}} MB, cần ít nhất {{needed}} MB. Hãy dọn bớt ổ đĩa hoặc chọn thư mục dữ liệu ở ổ khác, rồi chạy lại.',
  databaseWontOpen:
    'Không mở được cơ sở dữ liệu trong {{folder}}, có thể dữ liệu đã hỏng. Hãy khôi phục thư mục này từ bản sao lưu, hoặc chuyển nó đi nơi khác để bắt đầu lại từ đầu.',
  databaseMissing:
    'Máy này không chạy được MongoDB đi kèm và cũng không tải được MongoDB về. Hãy đặt MONGODB_URI là địa chỉ của một máy chủ MongoDB, rồi chạy lại.',
  databaseOfOtherEngine:
    'Dữ liệu trong {{folder}} do MongoDB đi kèm ghi, nhưng bây giờ máy này không chạy được nó. Hãy chạy npm install để cài lại đầy đủ, hoặc đặt MONGODB_URI là địa chỉ của một máy chủ MongoDB.',
  configWrong:
    'Các biến môi trường sau đặt chưa đúng, xin đặt lại như ghi ở đây (phần cấu hình trong README nói rõ hơn) rồi chạy lại:{{variables}}',
  contestMissing:
    'Không có tài liệu cuộc thi nào tên {{contest}}. Hãy sửa biến chọn cuộc thi theo phần cấu hình trong README rồi chạy lại.',
  unitListMissing:
    'Không có danh sách đơn vị nào tên {{list}}. Hãy nhập danh sách ấy, hoặc sửa tên trong tài liệu cuộc thi.',
  hostWrong:
    'Máy này không có địa chỉ {{host}}. Hãy sửa biến địa chỉ theo phần cấu hình trong README (ví dụ 127.0.0.1) rồi chạy lại.',
  contestWrong:
    'Tài liệu cuộc thi {{contest}} có {{count}} chỗ chưa đúng, chỗ đầu tiên ở dòng {{line}} ({{path}}). Hãy sửa lại rồi chạy lại.',
  telegramToken: 'Telegram không nhận mã TELEGRAM_BOT_TOKEN. Hãy chép lại mã từ BotFather rồi chạy lại.',
  zaloToken:
    'Zalo không nhận mã của bot {{bot}}. Hãy mở Zalo Bot Creator, lấy lại mã mới, sửa trong ZALO_BOT_TOKENS rồi chạy lại.',
  zaloUnreachable:
    'Không kết nối được với Zalo cho bot {{bot}} ({{reason}}). Hãy kiểm tra mạng và địa chỉ máy chủ Zalo (ZALO_API_URL), rồi chạy lại.',
  zaloWebhookSecret: 'Chưa có mật khẩu webhook cho Zalo (8–256 ký tự). Hãy đặt UPDATES=polling rồi chạy lại.',
  zaloWebhookRefused:
    'Zalo không nhận địa chỉ webhook {{address}}: {{reason}}. Địa chỉ trong PUBLIC_URL phải là HTTPS công khai.',
  zaloWebhookUnreachable:
    'Zalo không gọi được tới {{address}} ({{reason}}). Hãy xem tên miền, chứng chỉ và tường lửa (không chặn User-Agent Java), rồi chạy lại.',
  portUsed:
    'Cổng {{port}} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt PORT là cổng khác, rồi chạy lại.',
  portForbidden: 'Không được phép mở cổng {{port}}. Hãy đặt PORT từ 1024 trở lên, rồi chạy lại.',
  telegramSilent:
    'Không kết nối được với Telegram. Hãy xem máy có vào mạng được không (ở Việt Nam, Telegram có lúc bị chặn), rồi chạy lại.',
  stopping: 'Đang dừng…',
  botRuns: 'Bot {{bot}} đang chạy: {{link}}',
  organizerCode:
    'Mã dành cho người đầu tiên của Ban Tổ chức {{contest}} (dùng một lần): {{code}}. Mở bot, gõ /ma rồi đến mã này.',
  running: 'Trợ lý Cuộc thi đang chạy tại {{address}}',
  trial:
    'Trợ lý Cuộc thi đang chạy thử: Zalo, Telegram và cuộc thi ở đây đều là giả lập.\nMã Ban Tổ chức (dùng một lần): {{code}}\nMở trang điện thoại bằng trình duyệt:',
  trialBotName: 'Bot Hội thi',
  playsTeam: 'Đội thi',
  playsJudge: 'Giám khảo',
  playsOrganizer: 'Ban Tổ chức',
  playsMember: 'Thành viên nhóm',
  groupTelegram: 'Ban Tổ chức và Giám khảo',
  groupZalo: 'Các đội thi',
  hintOrganizer: 'Hà gõ /ma {{code}} để làm Ban Tổ chức.',
  hintSettle: 'Hà gõ /quydinh, quy định từng điều cho đến hết.',
  hintSettleQuorum: 'Hà gõ /quydinh, quy định từng điều cho đến hết; số phiếu tối thiểu: 1.',
  hintGroup: 'Hà gõ /nhom, rồi gõ /ma và mã ấy trong nhóm {{group}}.',
  hintInvite: 'Hà gõ /moigiamkhao; Minh gõ mã mời để làm giám khảo.',
  hintTeam: 'Lan gõ «đăng ký», rồi «nộp bài» với một đường dẫn YouTube.',
  hintEngagement: 'Cho đồng hồ đến {{day}}: Hà gõ /tuongtac {{entry}} 310 120.',
  hintJudge: 'Đến ngày chấm, Minh gõ /cham.',
  hintJudgeFrom: 'Cho đồng hồ đến {{day}}: Minh gõ /cham.',
  hintResult: 'Chấm xong, Hà gõ /dexuat, /pheduyet rồi /congbo.',
  hintResultAfter: 'Cho đồng hồ qua {{day}}: Hà gõ /dexuat, /pheduyet rồi /congbo.',
  cautionSettle:
    'Từ {{day}} không quy định được cách tính bình chọn nữa, và cuộc thi sẽ không xếp hạng được. Xin để Ban Tổ chức gõ /quydinh trước.',
  cautionEngagement:
    'Sau {{day}} lượt thích, lượt chia sẻ được chốt mà chưa bài nào có số. Xin để Ban Tổ chức gõ /tuongtac trước.',
} as const;
