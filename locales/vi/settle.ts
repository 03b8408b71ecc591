/** Settling what the plan left open. */
export default {
  title: 'Quy định điều kế hoạch chưa nêu',
  pointLabel: 'Điều cần quy định',
  pointAsk: 'Kế hoạch còn để ngỏ những điều dưới đây. Anh/chị muốn quy định điều nào?',
  late: 'Những điều dưới đây kế hoạch cũng chưa nêu, nhưng bây giờ không quy định được nữa:',
  lateLine: '• {{name}}. {{why}}',
  lateBlocks:
    'Vì thế Trợ lý không xếp hạng, không công bố kết quả được. Phiếu chấm và lượt tương tác vẫn được ghi và lưu lại đầy đủ (phiếu chấm lấy bằng lệnh /vanban sau khi chốt điểm); kết quả xin Ban Tổ chức quyết định ngoài Trợ lý.',
  nothing: 'Không còn điều nào phải quy định thêm: kế hoạch đã đủ để xếp hạng và công bố.',
  onlyDays: 'Chỉ còn ngày giờ chưa đủ: xin đặt bằng lệnh /doingay.',
  yes: 'Đúng, quy định như vậy',
  no: 'Chưa, để sau',
  check: '<b>{{name}}</b> sẽ được quy định như sau:',
  final:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm và Ban Tổ chức cũng không đổi được nữa.',
  finalFromVoting:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở bình chọn; từ lúc ấy không đổi được nữa.',
  finalFromJudging:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở chấm điểm; từ lúc ấy không đổi được nữa.',
  finalFromEither:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở bình chọn hoặc mở chấm điểm, tùy việc nào đến trước; từ lúc ấy không đổi được nữa.',
  finalFromQuiz:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở phần thi trắc nghiệm; từ lúc ấy không đổi được nữa.',
  finalFromLive:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở phần thi sân khấu; từ lúc ấy không đổi được nữa.',
  finalFromAny:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi mở phần đầu tiên mà giải có thể xét theo (chấm điểm, bình chọn, phần thi khác); từ lúc ấy không đổi được nữa.',
  finalFromPublication:
    'Xin xem kỹ: sau khi xác nhận, quy định này được báo vào các nhóm. Ban Tổ chức còn quy định lại được (/quydinh) cho tới khi công bố kết quả; từ lúc ấy không đổi được nữa.',
  left: 'Chưa có gì thay đổi.',
  done: 'Đã ghi nhận quy định và báo vào các nhóm.',
  doneNoGroups: 'Đã ghi nhận quy định. Chưa có nhóm nào được gắn nên chưa báo cho ai: gõ /nhom để gắn nhóm.',
  leftOver:
    'Kế hoạch còn để ngỏ {{count}} điều, trong đó {{blocking}} điều phải quy định trước khi công bố kết quả: gõ /quydinh để làm tiếp.',
  notRead: 'Câu trả lời «{{typed}}» chưa dùng được.',
  leftOverBlocking:
    'Kế hoạch còn {{count}} điều phải quy định trước khi công bố kết quả: gõ /quydinh để làm tiếp.',
  inDigits: 'Trợ lý chỉ đọc số viết bằng chữ số. Xin gõ lại «{{typed}}» bằng chữ số.',
  announced: '<b>{{contest}}</b>\nBan Tổ chức quy định {{name}}:',
  announcedAgain: '<b>{{contest}}</b>\nBan Tổ chức quy định lại {{name}}, thay cho quy định trước:',
  againOffer: 'Quy định lại: {{name}}',

  criteriaAsk:
    'Xin ghi mỗi tiêu chí một dòng, kèm điểm tối đa. Ví dụ:\nNội dung, ý tưởng: 40\nHình thức: 30\nÝ nghĩa: 30',
  criteriaHow:
    'Chưa đọc được dòng «{{line}}». Mỗi tiêu chí xin ghi một dòng: tên tiêu chí, dấu hai chấm, điểm tối đa. Ví dụ: Hình thức: 30.',
  rubricHow:
    'Xin ghi {{count}} số, là điểm tối đa của từng tiêu chí theo thứ tự: {{criteria}}. Ví dụ: {{example}}.',
  rubricStepHow: 'Muốn cho điểm lẻ thì ghi thêm bước điểm, ví dụ: {{example}} bước 0,5',
  stepStands:
    'Kế hoạch đã nêu bước điểm là {{step}}, nên bước điểm giữ như vậy. Xin chỉ ghi điểm tối đa của từng tiêu chí.',
  rubricCount: 'Có {{count}} tiêu chí, mà anh/chị ghi {{given}} số.',
  stepHow:
    'Giám khảo cho điểm nguyên hay điểm lẻ? Xin chọn, hoặc gõ bước điểm, ví dụ: 0,2 (cho được 8 hoặc 8,2).',
  stepWhole: 'Điểm nguyên',
  stepOf: 'Bước {{step}}',
  weightHow: 'Điểm của Ban Giám khảo chiếm bao nhiêu phần trăm? Xin ghi một số từ 0 đến 100, ví dụ: 70.',
  weightByRank:
    'Bình chọn đang tính theo thứ hạng, hạng 1 được {{first}} điểm, nên điểm của Ban Giám khảo phải là {{jury}} phần trăm. Muốn tỷ trọng khác thì quy định lại cách tính lượt thích, lượt chia sẻ trước: xin gõ /huy, rồi /quydinh và tạm ghi «cao nhất»; sau đó quy định lại tỷ trọng, rồi ghi lại điểm từng hạng.',
  weightByPlan:
    'Theo kế hoạch, bình chọn tính theo thứ hạng và hạng 1 được {{first}} điểm, nên điểm của Ban Giám khảo phải là {{jury}} phần trăm.',
  quorumHow: 'Xin ghi một bài cần ít nhất bao nhiêu phiếu chấm mới được xếp hạng, ví dụ: 5.',
  precisionHow: 'Điểm công bố lấy mấy chữ số thập phân? Xin ghi một số từ 0 đến 6, ví dụ: 2.',
  rateHow: 'Xin ghi mỗi lượt thích mấy điểm rồi mỗi lượt chia sẻ mấy điểm, ví dụ: 1 2.',
  scaleHow:
    'Số điểm đó đổi ra phần bình chọn trong tổng điểm thế nào? Xin gõ «cao nhất» nếu bài cao nhất được trọn phần bình chọn, các bài khác theo tỷ lệ; hoặc gõ một mức trần, ví dụ: 1000 (bài đạt từ 1.000 điểm được trọn phần bình chọn); hoặc gõ «thứ hạng» rồi điểm của hạng 1, hạng 2, hạng 3…, ví dụ: thứ hạng 30 25 20.',
  placesHow:
    'Sau chữ «thứ hạng» xin ghi điểm của từng hạng: hạng 1 được trọn {{weight}} điểm của phần bình chọn, hạng sau không hơn hạng trước. Ví dụ, nếu phần bình chọn là 30 điểm: thứ hạng 30 25 20.',
  weightFirst:
    'Muốn tính theo thứ hạng thì phải quy định tỷ trọng của phần bình chọn trước. Xin gõ /huy, rồi /quydinh để quy định tỷ trọng.',
  freezeAsk:
    'Chốt khi hết khoảng thời gian nào? Xin chọn, hoặc gõ ngày giờ cụ thể, ví dụ: 15/8/{{year}} hoặc 15/8 17 giờ (không ghi giờ là hết ngày đó).',
  tieAsk:
    'Khi hai bài bằng điểm thì xét gì trước, gì sau? Xin ghi các số theo thứ tự, ví dụ: {{example}}. Ghi 0 nếu không xét gì. Xét hết mà vẫn bằng thì đồng hạng; nếu muốn bốc thăm, xin ghi thêm «bốc thăm» ở cuối, ví dụ: {{example}} bốc thăm.\n{{steps}}',
  tieEndAsk:
    'Khi bằng điểm, kế hoạch đã nêu xét: {{stated}}. Kế hoạch chưa nêu nếu vẫn bằng thì làm thế nào. Xin ghi một hay nhiều số dưới đây, theo thứ tự. Ví dụ ghi {{shared}} là đồng hạng ngay; ghi 1 {{draw}} là xét mục 1, vẫn bằng thì bốc thăm.\n{{steps}}',
  tieEndChoose:
    'Khi bằng điểm, kế hoạch đã nêu xét: {{stated}}. Kế hoạch chưa nêu nếu vẫn bằng thì làm thế nào. Xin chọn:',
  tieEndShared: 'Đồng hạng',
  tieEndDraw: 'Bốc thăm',
  tieHow:
    'Xin ghi các số từ 1 đến {{count}} theo thứ tự xét, mỗi số một lần, ví dụ: {{example}}; hoặc ghi 0. Muốn bốc thăm khi vẫn bằng thì ghi thêm «bốc thăm» ở cuối.',
  tieEndHow:
    'Xin ghi các số từ 1 đến {{draw}} theo thứ tự xét, mỗi số một lần; số {{shared}} (đồng hạng) hay số {{draw}} (bốc thăm) chỉ ghi ở cuối.',
  tieEndChooseHow: 'Xin chọn «Đồng hạng» hoặc «Bốc thăm».',
  closeAsk:
    'Mọi bài sẽ có chung một hạn, tính từ ngày cuối cùng. Nếu Ban Tổ chức muốn mỗi bài một hạn riêng thì Trợ lý chưa tính được: xin gõ /huy.',
  closeCommon: 'Chung một hạn cho mọi bài',
  aggregateAsk: 'Điểm của một bài được gộp từ các phiếu chấm thế nào?',
  mean: 'Trung bình cộng',
  median: 'Trung vị (phiếu đứng giữa)',
  trimmed: 'Bỏ phiếu cao nhất, thấp nhất rồi lấy trung bình',
  questionsHow: 'Mỗi lượt thi có bao nhiêu câu hỏi? Xin ghi một số.',
  minutesHow: 'Mỗi lượt thi được làm bao nhiêu phút? Xin ghi một số.',
  attemptsHow: 'Mỗi người được thi bao nhiêu lượt? Xin ghi một số.',
  prizesAsk:
    'Xin ghi mỗi giải một dòng: tên giải, số giải, mức thưởng của mỗi giải. Ví dụ:\nGiải Nhất: 1 giải, 5.000.000 đồng\nGiải Nhì: 2 giải, 3.000.000 đồng',
  prizesHow:
    'Chưa đọc được dòng «{{line}}». Xin ghi như: Giải Nhì: 2 giải, 3.000.000 đồng (dấu hai chấm sau tên giải, dấu phẩy sau số giải).',
  basisAsk: '«{{prize}}» xét theo điểm nào?',
  basisAskSeveral: 'Các giải này xét theo điểm nào: {{prizes}}?',
  basisTotal: 'Tổng điểm',
  basisJury: 'Điểm của Ban Giám khảo',
  basisAudience: 'Lượt bình chọn',
  basisLive: 'Phần thi sân khấu',
  basisQuiz: 'Phần thi trắc nghiệm',
  countHow: 'Có bao nhiêu giải như thế? Xin ghi một số, ví dụ: 2.',
  sumHow: 'Mỗi giải thưởng bao nhiêu tiền? Xin ghi số đồng, ví dụ: 5.000.000 hoặc 5 triệu.',
  screenersHow:
    'Mỗi bài do mấy người thẩm định? Ghi 1 nếu một người kết luận là đủ; ghi 3 nếu lấy theo đa số của ba người.',
  daysHow:
    'Khiếu nại về kết quả được nhận trong mấy ngày sau ngày công bố? Xin ghi số ngày, ví dụ: 5; hoặc ghi «không quy định».',
  answerDaysHow:
    'Mỗi khiếu nại được trả lời chậm nhất mấy ngày sau ngày nhận? Xin ghi số ngày, ví dụ: 3; hoặc ghi «không quy định».',
  workingDays:
    'Trợ lý tính theo ngày trên lịch, cả thứ Bảy, Chủ nhật và ngày lễ, không tính riêng ngày làm việc. Xin ghi số ngày trên lịch, ví dụ: 5 ngày làm việc thường là 7.',
} as const;
