/** What came up from the units below, and the round that opens with it. */
export default {
  in: '<b>{{contest}}</b>\nBài <b>{{entry}}</b> của đội được vào {{round}}. Chúc mừng đội!',
  notIn:
    '<b>{{contest}}</b>\nBài <b>{{entry}}</b> không nằm trong số bài được cử vào {{round}}. Xin cảm ơn đội đã tham gia; mong được gặp lại đội ở cuộc thi sau.',
  sent: '<b>Bài được cử lên {{to}}: {{sent}}</b>',
  sentOf: '<b>Bài được cử lên {{to}}: {{sent}}/{{slots}}</b>',
  line: '• {{unit}}: {{sent}} – {{codes}}',
  lineNone: '• {{unit}}: {{sent}}',
  lineOf: '• {{unit}}: {{sent}}/{{quota}} – {{codes}}',
  lineOfNone: '• {{unit}}: {{sent}}/{{quota}}',
  ahead: 'Bài được cử lên từ {{opens}}.',
  until: 'Hạn cử bài: {{closes}}.',
} as const;
