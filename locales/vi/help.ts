export default {
  welcome:
    'Xin chào! Đây là <b>Trợ lý Cuộc thi</b>, trả lời tự động thay Ban Tổ chức {{contest}}.\n\nTại đây đội thi đăng ký và nộp video, giám khảo chấm điểm, và mọi người nhận kết quả. Anh/chị muốn làm gì?',
  title: '<b>{{contest}}</b>',
  newcomer:
    'Anh/chị chưa đăng ký. Có thể:\n• /dangky – đăng ký đội dự thi\n• /ma – nhập mã mời (giám khảo, Ban Tổ chức)\n• /thele – xem thể lệ\n• /ketqua – xem kết quả đã công bố',
  newcomerLate:
    'Đã hết hạn đăng ký dự thi. Anh/chị có thể:\n• /ma – nhập mã mời (giám khảo, Ban Tổ chức)\n• /thele – xem thể lệ\n• /ketqua – xem kết quả đã công bố',
  team: 'Đội thi có thể:\n• /nopbai – nộp bài dự thi\n• /trangthai – xem đã đăng ký và nộp những gì\n• /thaybai – thay tên hoặc video của bài đã nộp\n• /rutbai – rút bài\n• /rutdongy – rút lại sự đồng ý cho xử lý dữ liệu\n• /thele – xem thể lệ\n• /ketqua – xem kết quả đã công bố; /giaithich – điểm của đội được tính thế nào',
  teamLate:
    'Đã hết hạn nộp bài dự thi. Đội thi có thể:\n• /trangthai – xem đã đăng ký và nộp những gì\n• /rutdongy – rút lại sự đồng ý cho xử lý dữ liệu\n• /thele – xem thể lệ\n• /ketqua – xem kết quả đã công bố; /giaithich – điểm của đội được tính thế nào',
  teamAfter:
    'Kết quả đã công bố. Đội thi có thể:\n• /ketqua – xem kết quả; /giaithich – điểm của đội được tính thế nào\n• /trangthai – xem đã đăng ký và nộp những gì\n• /rutdongy – rút lại sự đồng ý cho xử lý dữ liệu\n• /thele – xem thể lệ',
  withoutConsent:
    'Trợ lý không có sự đồng ý của anh/chị cho xử lý dữ liệu, nên không nhận bài mới. Anh/chị có thể:\n• /dongy – đọc và đồng ý lại, rồi nộp bài như trước\n• /trangthai – xem đã đăng ký và nộp những gì\n• /rutbai – rút bài\n• /thele – xem thể lệ\n• /ketqua – xem kết quả đã công bố',
  judge:
    'Giám khảo có thể:\n• /cham – chấm bài tiếp theo\n• /cham {{code}} – chấm một bài (thay bằng mã bài)',
  judgeOnStage:
    'Khi đội lên sân khấu, Trợ lý nhắn để anh/chị gõ điểm. Giám khảo có thể:\n• /cham – chấm phần đang mở',
  judgeAtOnce: '• /cham {{code}} {{points}} – chấm ngay, điểm ghi theo thứ tự tiêu chí',
  judgeAbstain: '• /khongcham {{code}} – báo không chấm một bài, có lý do',
  judgeLocked: 'Điểm đã chốt lúc {{at}}, không ghi hay sửa được nữa. Giám khảo có thể:',
  judgeSheetsLocked: '• /phieu – xem các phiếu của mình\n• /ketqua – xem kết quả đã công bố',
  judgeSheets:
    '• /phieu – xem các phiếu của mình và bài còn lại\n• /ketqua – xem kết quả đã công bố\nĐiểm đã ghi vẫn sửa được đến khi chốt: chỉ cần chấm lại bài ấy.',
  judgeSheetsOnStage:
    '• /phieu – xem các phiếu của mình\n• /ketqua – xem kết quả đã công bố\nĐiểm đã ghi vẫn sửa được đến khi phần thi ấy đóng: chỉ cần gõ lại điểm.',
  organizerNow: 'Việc chính lúc này: <b>{{phase}}</b>. Ban Tổ chức có thể:',
  organizerAll:
    'Ban Tổ chức có thể:\n• /tinhhinh – ai đã đăng ký, đã nộp, còn thiếu; /cangoi – ai Trợ lý không nhắn được, cần gọi điện',
  organizerPhase: '<b>{{phase}}</b>',
  organizerOthers: 'Xem những việc khác: gõ /trogiup rồi tên phần, ví dụ /trogiup chấm điểm.\n{{others}}',
  organizerSettle:
    '• /quydinh – quy định những điều kế hoạch chưa nêu: thang điểm, cách tính lượt thích, giải thưởng…',
  organizerSettleNoVote:
    '• /quydinh – quy định những điều kế hoạch chưa nêu: thang điểm, cách xét khi bằng điểm, giải thưởng…',
  organizerJudges:
    '• /moigiamkhao Tên – lấy mã mời cho một giám khảo; /giamkhao – xem giám khảo và mã mời chưa dùng, thôi mời giám khảo, huỷ mã',
  organizerRoles:
    '• /moi – mời thư ký, đầu mối đơn vị và những người khác; /nhiemvu – ai đang giữ nhiệm vụ gì, mã mời nào chưa dùng',
  organizerDates:
    '• /kiemtra – xem kế hoạch còn thiếu, mâu thuẫn chỗ nào; /doingay – đổi ngày, báo cho những người liên quan; /lichsu – xem các lần đổi',
  organizerRules: '• /thelemoi – ban hành thể lệ mới; /thelechua – đội nào chưa đồng ý',
  organizerExtend: '• /giahan – cho một đơn vị nộp bài muộn hơn',
  organizerResult: '• /ketqua – xem kết quả đã công bố',
  organizerScreeningOpen:
    '• /thamdinh – thẩm định bài tiếp theo; /sothamdinh – quy định mỗi bài do mấy người thẩm định',
  organizerSelection:
    '• /moi giám khảo cụm Tên cụm: Tên người – lấy mã mời giám khảo của một đơn vị xét chọn\n• /xephang – bảng xếp hạng của từng đơn vị, sau khi chốt điểm; /cu {{code}} – cử bài lên, /rutcu – rút lại bài đã cử',
  organizerOut: '• /loai {{code}} – loại một bài, có lý do',
  organizerSetUp: '• /taocuocthi – tạo một cuộc thi mới, như cuộc thi năm trước hoặc theo mẫu',
  helperNow: 'Việc chính lúc này: <b>{{phase}}</b>. Anh/chị có thể:',
  helperOthers: 'Xem tất cả các việc khác: gõ /trogiup tất cả.',
  duties: 'Nhiệm vụ của anh/chị: {{roles}}.',
  canSeeSituation:
    '• /tinhhinh – ai đã đăng ký, đã nộp, còn thiếu; /cangoi – ai Trợ lý không nhắn được, cần gọi điện',
  canConfirm: '• /xacnhan – xem và xác nhận những đội mới đăng ký',
  canActOnBehalf:
    '• /dangkythay – đăng ký thay cho một đội trong địa bàn; /guithay – nộp bài thay; /nhandoi – lấy mã để người liên hệ tự nhận đội\n• /thaybai, /rutbai kèm mã bài – thay, rút bài của một đội trong địa bàn',
  canScreen: '• /thamdinh – thẩm định bài tiếp theo',
  canAppoint: '• /moi đầu mối Tên đơn vị: Tên người – lấy mã mời đầu mối của đơn vị',
  canHoldSelection:
    '• /moigiamkhao Tên – mời giám khảo của đơn vị; /giamkhao – xem giám khảo\n• /xephang – bảng xếp hạng của đơn vị, sau khi chốt điểm; /chotcham – chốt sớm khi đã đủ phiếu',
  canRunStage:
    '• /thutu – thứ tự lên sân khấu; /xepthutu – xếp hoặc bốc thăm; /vangmat và mã bài – ghi đội vắng\n• /moluot – mở lượt tiếp theo; /dongluot – đóng lượt đang mở',
  canReopenStage: '• /molailuot {{code}} – mở lại một phần thi đã đóng để chấm lại, có lý do',
  canNominate: '• /cu {{code}} – cử bài lên cấp trên; /rutcu {{code}} – rút lại bài đã cử',
  canSeeRoles: '• /nhiemvu – ai đang giữ nhiệm vụ gì, mã mời nào chưa dùng',
  canAnnounce: '• /thongbao – gửi thông báo cho nhiều người; xem trước, dừng và sửa được',
  canBindGroup: '• /nhom – lấy mã để gắn một nhóm nhận thông báo, kết quả',
  canRecordEngagement:
    '• /dangbai {{code}} đường dẫn – ghi bài đã đăng ở đâu để bình chọn\n• /tuongtac {{code}} 310 120 – ghi lượt thích và lượt chia sẻ; /tuongtac – xem số nào được tính',
  canSeeSuspicions: '• /nghivan – xem những dấu hiệu bất thường của lượt tương tác',
  canSeeProgress: '• /tiendo – giám khảo chấm đến đâu rồi',
  canEnterSheet: '• /nhapphieu – nhập phiếu giấy thay giám khảo',
  canSetAside:
    '• /bophieu {{code}} – để riêng một phiếu chấm, có lý do; /chotcham – chốt điểm sớm khi mọi giám khảo đã chấm đủ',
  canReopen: '• /molaicham – mở lại việc chấm đã chốt',
  canExplain: '• /giaithich và mã bài – điểm và hạng của một bài từ đâu mà có, sau khi chốt điểm',
  canMakePapers: '• /vanban – lấy danh sách, phiếu điểm, bảng tổng hợp, biên bản, dự thảo quyết định',
  canPropose: '• /dexuat – xem bảng xếp hạng sau khi chấm xong và đề nghị kết quả',
  canApprove: '• /pheduyet – xem kết quả được đề nghị, phê duyệt hoặc trả lại',
  canPublish: '• /congbo – xem lại và công bố kết quả đã được phê duyệt',
  canPickShowcase: '• /chondien – chọn các bài công diễn trong số những bài điểm cao',
  canAnswerComplaint: '• /traloi – xem và trả lời khiếu nại',
  canRuleEngagement:
    '• /suatuongtac – quyết định lại lượt tương tác được tính của một bài, khi số lúc chốt không đúng',
  canComplain: '• /khieunai – gửi khiếu nại tới Ban Tổ chức',
  canKeepList: '• /danhsach – gửi, xem và sửa danh sách người dự thi',
  canCloseLists:
    '• /danhsach – xem danh sách người dự thi của các đơn vị\n• /chotdanhsach – chốt danh sách; /xuatdanhsach – lấy tệp danh sách đã chốt',
  vote: '• /binhchon – xem các bài và bình chọn',
  contests: '• /cuocthi – xem các cuộc thi và chuyển sang cuộc thi khác',
  always:
    'Lúc nào cũng dùng được: /trogiup; /lich – các mốc thời gian; /hoi – hỏi Ban Tổ chức; /tatnhac, /batnhac – tắt, bật lời nhắc hạn; /lienket – dùng chung tài khoản Zalo và Telegram. Khi đang trả lời dở: /lui để quay lại, /huy để dừng.',
  spoken:
    'Trợ lý không nghe được tin nhắn thoại. Xin anh/chị gõ thành chữ, hoặc chọn một việc dưới đây; gõ /trogiup để xem tất cả những gì Trợ lý làm được.',
  unknown:
    'Trợ lý chưa hiểu ý anh/chị. Xin chọn một việc dưới đây, hoặc gõ /trogiup để xem tất cả những gì Trợ lý làm được.',
  rules: '<b>Thể lệ {{contest}}</b> (bản số {{version}})',
} as const;
