export default {
  placed:
    '<b>{{entry}}</b>\nHạng <b>{{place}}</b> trong {{ranked}} bài được xếp hạng, tổng điểm <b>{{total}}</b>.',
  shared: 'Đồng hạng với {{codes}}.',
  absent: '<b>{{entry}}</b>\nKhông xếp hạng, vì đội vắng mặt.',
  unranked: '<b>{{entry}}</b>\nKhông xếp hạng: có {{counted}} phiếu chấm được tính, cần ít nhất {{quorum}}.',

  jury: '<b>Điểm Ban Giám khảo</b>',
  sheet: '• {{judge}}: {{points}} = {{sum}}',
  sheetOfOne: '• {{judge}}: {{sum}}',
  sheetAdjusted: '{{line}}, quy về mặt bằng chung là {{adjusted}}',
  sheetDropped: '{{line}} (cao nhất hoặc thấp nhất, không tính)',
  sheetNotInMiddle: '{{line}} (không nằm giữa, không tính)',
  sheetAbstained: '• {{judge}}: không chấm bài này, nên không tính vào trung bình',
  sheetIncomplete: '• {{judge}}: phiếu thiếu phần {{parts}}, nên không tính vào trung bình',
  sheetLeftOut: '• {{judge}}: có phiếu nhưng không được tính, vì {{why}}',
  sheetAbsent: '• {{judge}}: không có phiếu cho bài này',
  sheetNoted: '{{line}} – {{note}}',
  notePaper: 'phiếu giấy do thư ký nhập',
  noteAbstained: 'lý do: {{reason}}',
  noteAbstainedWords: 'lý do: {{reason}} ({{words}})',
  adjusted:
    'Vì các giám khảo chấm những bài khác nhau, tổng điểm của mỗi người được quy về cùng một mức trung bình và độ chênh chung (làm tròn đến 6 chữ số).',
  mean: 'Trung bình cộng của {{of}} phiếu: {{total}} ÷ {{of}} = {{mean}}',
  median: 'Trung vị (phiếu ở giữa): {{total}} ÷ {{of}} = {{mean}}',
  trimmed: 'Trung bình cộng của {{of}} phiếu còn lại: {{total}} ÷ {{of}} = {{mean}}',
  juryPoints: 'Điểm phần này: {{weight}} × {{total}} ÷ ({{of}} × {{fullMarks}}) = <b>{{points}}</b>',
  juryHow:
    '({{weight}} là điểm tối đa của phần này, {{fullMarks}} là điểm tối đa của một phiếu, {{of}} là số phiếu được tính)',
  juryAsGiven: 'Nếu tính bằng điểm nguyên của giám khảo: {{points}}.',

  audience: '<b>Điểm bình chọn</b>',
  audiencePrize: '<b>Lượt tương tác</b> (xét giải riêng, không cộng vào tổng điểm)',
  snapshot: 'Số được tính: {{likes}} lượt thích, {{shares}} lượt chia sẻ, ghi lúc {{at}}.',
  snapshotRuled:
    'Số được tính: {{likes}} lượt thích, {{shares}} lượt chia sẻ, theo quyết định của Ban Tổ chức lúc {{at}}.',
  source: 'Nguồn: {{from}}.',
  sourceAt: 'Nguồn: {{from}}: {{link}}',
  noSnapshot: 'Đến lúc chốt ({{freeze}}) chưa ghi lượt thích, lượt chia sẻ nào, nên tính là 0.',
  later: 'Số ghi sau lúc chốt ({{freeze}}) không được tính.',
  raw: 'Quy đổi: {{likes}} × {{like}} + {{shares}} × {{share}} = {{raw}}',
  rawWithVotes:
    'Quy đổi: {{likes}} × {{like}} + {{shares}} × {{share}} + {{votes}} phiếu bình chọn × {{vote}} = {{raw}}',
  max: 'Bài cao nhất đạt {{full}}. Điểm phần này: {{weight}} × {{raw}} ÷ {{full}} = <b>{{points}}</b>',
  maxOfNothing: 'Chưa bài nào có lượt tương tác. Điểm phần này: <b>{{points}}</b>',
  cap: 'Mức trần là {{full}}. Điểm phần này: {{weight}} × {{raw}} ÷ {{full}} = <b>{{points}}</b>',
  capReached: 'Đã đạt mức trần {{full}}, nên được trọn điểm phần này: <b>{{points}}</b>',
  rank: 'Đứng thứ {{place}} về lượt tương tác. Điểm phần này theo thể lệ: <b>{{points}}</b>',

  total: '<b>Tổng điểm</b>: {{jury}} + {{audience}} = <b>{{total}}</b>',
  totalOfJury: '<b>Tổng điểm</b>: <b>{{total}}</b>',
  roundedOnce: 'Mỗi phần chỉ làm tròn một lần, sau khi tính xong.',

  ties: '<b>Bằng điểm, nên xét tiếp</b>',
  tie: '• {{step}}: bài này {{value}}; {{others}}',
  tieWithout: '• {{step}}: {{others}}',
  other: '{{code}} {{value}} ({{stands}})',
  otherWithout: '{{code}} ({{stands}})',
  ahead: 'đứng trên',
  behind: 'đứng dưới',
  equal: 'vẫn bằng',
  nothingToCompare: 'không có để so',
  stepAudience: 'lượt tương tác đã quy đổi',
  stepCriterion: 'trung bình tiêu chí {{criterion}}',
  stepHeadJudge: 'điểm của Trưởng Ban Giám khảo',
  stepEarlier: 'thời điểm nộp bài',
  stepShared: 'theo thể lệ thì cùng hạng',
  stepDraw: 'bốc thăm',
  drawn:
    'Chuỗi bốc thăm: {{seed}}. Thứ tự bốc được: {{order}}. Số thăm của mỗi bài được tính từ chuỗi này và mã bài, nên ai cũng tính lại được; số nhỏ hơn đứng trên. Các bài đã bốc thăm với nhau từ trước vẫn giữ thứ tự cũ giữa các bài ấy. Số thăm của bài này bắt đầu bằng {{lot}}.',

  exactMoment: '{{moment}}, giây thứ {{seconds}}',

  judge: 'Giám khảo {{number}}',
  which: 'Xin gõ mã bài cần giải thích, ví dụ: /giaithich {{code}}',
  notLocked:
    'Chưa giải thích được: giám khảo còn được chấm và sửa điểm đến hết {{closes}}. Trước lúc đó không ai xem được điểm.',
  notPublished:
    'Kết quả chưa được công bố. Sau khi công bố, anh/chị gõ lại lệnh này để xem điểm của đội được tính thế nào.',
  notYours:
    'Bài {{code}} không phải của đội hay đơn vị anh/chị. Mỗi đội xem được cách tính điểm bài của mình.',
  notRanked: 'Bài {{code}} không có trong danh sách được chấm, nên không có điểm để giải thích.',
  changed:
    'Số liệu đã thay đổi sau lần công bố và đang chờ đính chính, nên chưa giải thích được. Kết quả đã công bố vẫn xem bằng /ketqua.',
  changedSince: '⚠️ Số liệu đã khác với kết quả đã công bố. Dưới đây là cách tính theo số liệu bây giờ.',
  votesOpen: 'Chưa giải thích được: lượt bình chọn còn tính đến hết {{closes}}.',

  command: 'giải thích từng bước điểm và hạng của một bài',
  commandFrom: 'tệp JSON như của lệnh xếp hạng, hoặc mã một cuộc thi trong cơ sở dữ liệu',
  commandCode: 'mã bài',
  noSuchEntry: 'Không có bài mang mã {{code}}.',
} as const;
