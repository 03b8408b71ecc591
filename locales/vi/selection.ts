/** A level picks from what was handed in below it. */
export default {
  none: 'Cuộc thi này không có vòng xét chọn ở cấp dưới trong Trợ lý.',
  noPoints:
    'Kế hoạch không nêu tiêu chí chấm cho vòng xét chọn, nên ở đây không có bảng điểm. {{unit}} chọn bài theo cách của mình rồi cử lên: gõ /cu.',
  notYours: 'Đơn vị anh/chị làm đầu mối không có vòng xét chọn. Việc này do đầu mối của cấp xét chọn làm.',
  notYet: 'Chưa xem được bảng xếp hạng: giám khảo còn được chấm và sửa điểm đến hết {{closes}}.',
  notOpen: 'Chưa có bảng xếp hạng: giám khảo chấm từ {{opens}} đến hết {{closes}}.',
  whichUnit: 'Anh/chị muốn xem đơn vị nào?',
  ranking: '<b>{{unit}}: bảng xếp hạng</b>\n{{round}}',
  place: '{{place}}. <b>{{entry}}</b> ({{unit}}): {{total}} điểm, {{sheets}} phiếu',
  sharedPlace: '{{place}}. <b>{{entry}}</b> ({{unit}}): {{total}} điểm, {{sheets}} phiếu (đồng hạng)',
  unranked: 'Không xếp hạng vì chưa đủ {{quorum}} phiếu chấm:',
  unrankedLine: '• {{entry}} ({{unit}}): {{sheets}} phiếu',
  noEntriesHere: 'Chưa có bài nào.',
  lockSure:
    '{{judges}} giám khảo của {{unit}} đã chấm đủ {{entries}} bài. Chốt bây giờ thì không ai ghi hay sửa điểm được nữa. Anh/chị xác nhận chứ?',
  lockYes: 'Đúng, chốt điểm',
  lockNo: 'Chưa chốt',
  lockLeft: 'Chưa chốt. Giám khảo vẫn chấm và sửa điểm được.',
  locked: 'Đã chốt điểm vòng xét chọn của {{unit}} lúc {{at}}. Gõ /xephang để xem bảng xếp hạng.',
  lockedAlready: 'Điểm đã chốt lúc {{at}}. Gõ /xephang để xem bảng xếp hạng.',
  lockedTold:
    '<b>{{contest}}</b>\nCác phiếu chấm đã đủ, nên điểm vòng xét chọn được chốt lúc {{at}}, không sửa được nữa. Xin cảm ơn anh/chị!',
  noJudges: 'Chưa có giám khảo nào, nên chưa chốt điểm được. Gõ /moigiamkhao để mời.',
  noEntries: 'Chưa có bài nào để chấm, nên chưa chốt điểm được.',
  owes: '{{name}} còn {{left}} bài',
  sheetsMissing:
    'Chưa chốt được vì còn thiếu phiếu chấm: {{judges}}. Điểm tự chốt khi hết hạn chấm, {{closes}}.',
} as const;
