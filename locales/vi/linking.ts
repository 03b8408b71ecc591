export default {
  title: 'Liên kết tài khoản',
  code: 'Mã liên kết: <code>{{code}}</code>\nMuốn dùng chung với một tài khoản khác của chính anh/chị, xin mở tài khoản đó và gõ mã:',
  where: '• {{platform}}: mở {{link}} rồi gõ /lienket {{code}}',
  once: 'Mã dùng được một lần, trong {{minutes}} phút. Xin đừng đưa mã này cho ai: người gõ mã sẽ dùng chung mọi nhiệm vụ và bài dự thi với anh/chị.',
  ask: 'Anh/chị sắp liên kết cuộc trò chuyện này với <b>{{other}}</b>. Sau khi liên kết, anh/chị dùng ở nơi nào cũng được: nhiệm vụ, đăng ký và bài dự thi đều chung, và việc này không làm ngược lại được. Xin chỉ đồng ý khi đó cũng là tài khoản của chính anh/chị.',
  yes: 'Đúng là tôi, liên kết',
  no: 'Không liên kết',
  left: 'Chưa liên kết gì cả.',
  done: 'Đã liên kết với {{other}}. Từ nay anh/chị dùng ở nơi nào cũng được: nhiệm vụ, đăng ký và bài dự thi đều chung.',
  told: 'Tài khoản của anh/chị vừa được liên kết với {{here}}. Nếu không phải anh/chị làm việc này, xin báo ngay cho Ban Tổ chức.',
  chat: '{{platform}} «{{name}}»',
  inGroup:
    'Mã liên kết chỉ được gõ trong cuộc trò chuyện riêng với Trợ lý. Mã vừa gõ đã lộ trong nhóm nên không dùng được nữa, xin gõ /lienket ở tài khoản kia để lấy mã mới.',
  unknown:
    'Mã này không phải là mã liên kết. Xin gõ /lienket ở tài khoản kia để lấy mã, rồi gõ lại cho đúng từng chữ.',
  used: 'Mã liên kết này đã dùng rồi. Xin gõ /lienket ở tài khoản kia để lấy mã mới.',
  expired:
    'Mã liên kết chỉ dùng được trong {{minutes}} phút và đã hết hạn. Xin gõ /lienket ở tài khoản kia để lấy mã mới.',
  sameChat:
    'Mã này do chính anh/chị lấy. Xin mở tài khoản kia (Zalo hoặc Telegram) và gõ mã ở đó; hai tài khoản đã liên kết thì không cần liên kết lại.',
  severalHere:
    'Tài khoản này đã được liên kết với tài khoản khác. Xin làm ngược lại: gõ /lienket ở đây để lấy mã, rồi gõ mã ở tài khoản mới.',
  underWay: 'Tài khoản của anh/chị đang được liên kết. Xin chờ một lát rồi thử lại.',
  bothAuthors:
    'Không liên kết được: cả hai tài khoản đều đã đăng ký dự thi {{contest}}, mà mỗi người chỉ đăng ký một đội. Chưa có gì thay đổi; xin liên hệ Ban Tổ chức.',
  excluded:
    'Không liên kết được: trong {{contest}}, tài khoản này là {{here}} còn tài khoản kia là {{there}}, một người không thể giữ cả hai. Chưa có gì thay đổi; xin liên hệ Ban Tổ chức.',
  bothScored:
    'Không liên kết được: cả hai tài khoản đều đã chấm bài {{codes}}, mà mỗi giám khảo chỉ có một phiếu cho mỗi bài. Chưa có gì thay đổi; xin liên hệ Ban Tổ chức.',
  sameRole: 'Hai tài khoản cùng nhiệm vụ đã được liên kết thành một người',
} as const;
