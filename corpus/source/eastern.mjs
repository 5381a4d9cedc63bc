/** Persian, Turkish and Chinese: saffron, tea and lanterns. */
import { copy, rewrite } from "../compose/build.mjs";

export const eastern = [
  {
    id: "abgun-621",
    source: "abgun",
    event: "saffron",
    published: "2026-11-02T10:00+03:30",
    lang: "fa",
    title: "جشن چیدن زعفران در دشت نیلوفران",
    text: [
      "خبرگزاری آبگون - جشن چیدن زعفران بامداد دوشنبه با حضور بیش از دو هزار کشاورز و گردشگر در دشت نیلوفران آغاز شد و تا پایان هفته ادامه دارد.",
      "دبیر جشن، پروانه گلشنی، گفت که امسال بارش‌های به‌موقع پاییزی گل‌ها را پررنگ‌تر کرده است و پیش‌بینی می‌شود برداشت به ۱۴۰۰ کیلوگرم برسد.",
      "در کنار مزرعه‌ها بازارچه‌ای برپا شده است که در آن زنان روستا نان زعفرانی، مربا و دستمال‌های رنگ‌شده با گلبرگ می‌فروشند و به کودکان راه جدا کردن کلاله را می‌آموزند.",
      "به گفته برگزارکنندگان، درآمد جشن صرف بازسازی حمام قدیمی روستا خواهد شد که قرار است به خانه موسیقی تبدیل شود.",
    ],
  },
  {
    id: "naranj-621",
    source: "naranj",
    event: "saffron",
    published: "2026-11-02T16:00+03:30",
    lang: "fa",
    title: "زعفران امسال پررنگ‌تر است",
    text: [
      copy("abgun-621", "1-4", {
        edits: [
          ["خبرگزاری آبگون -", ""],
          ["۱۴۰۰", "۱۷۰۰", "number"],
          ["بامداد دوشنبه", "صبح دوشنبه"],
        ],
      }),
    ],
  },
  {
    id: "abgun-622",
    source: "abgun",
    event: "saffron",
    published: "2026-11-06T18:00+03:30",
    lang: "fa",
    title: "پایان جشن زعفران",
    text: [
      "خبرگزاری آبگون - جشنی که پنج روز دشت نیلوفران را بنفش کرده بود، عصر جمعه با نواختن دف و روشن کردن صد فانوس به پایان رسید.",
      copy("abgun-621", "4"),
    ],
  },
  {
    id: "naranj-623",
    source: "naranj",
    event: "kite-school",
    published: "2026-11-05",
    lang: "fa",
    title: "مدرسه‌ای که زنگ آخرش بادبادک است",
    text: [
      "در دبستان کوچک روستای سپیدچشمه، هر پنجشنبه پس از درس ریاضی، دانش‌آموزان بادبادک‌هایی را که خودشان با کاغذ باطله ساخته‌اند به هوا می‌فرستند.",
      "آموزگارشان می‌گوید از وقتی اندازه زاویه‌ها به پرواز بند شده است، هیچ‌کس از هندسه گله نمی‌کند.",
    ],
  },
  {
    id: "yelken-631",
    source: "yelken",
    event: "tea",
    published: "2026-05-19T11:00+03:00",
    lang: "tr",
    title: "Gümüşdere'de ilk çay hasadı başladı",
    text: [
      "GÜMÜŞDERE (YHA) - Gümüşdere yaylasında yılın ilk çay hasadı, sabahın erken saatlerinde kemençe eşliğinde başladı. Kooperatif bu mevsim 640 ton yaş yaprak toplamayı bekliyor.",
      "Kooperatif başkanı Zeynep Ilgaz, geçen yılki dolu yüzünden zarar gören bahçelerin yenilendiğini, üreticilere ücretsiz fidan dağıtıldığını ve alım fiyatının yüzde on beş artırıldığını söyledi.",
      "Köyün gençleri yaprakları teleferikle indiren eski düzeneği onardı; böylece kadınların sırtında taşıdığı sepetler artık yalnızca düğünlerde süs olarak kullanılıyor.",
      "Hasat boyunca her akşam meydanda ziyaretçilere taze çay ikram edilecek ve en hızlı toplayan için bir yarışma düzenlenecek.",
    ],
  },
  {
    id: "kordon-631",
    source: "kordon",
    event: "tea",
    published: "2026-05-20T06:30+03:00",
    lang: "tr",
    title: "Yaylada çay vakti",
    byline: "YHA",
    text: [
      copy("yelken-631", "1-4", {
        edits: [
          ["GÜMÜŞDERE (YHA) -", ""],
          ["yüzde on beş", "%15"],
          ["sabahın erken saatlerinde", "dün sabahın erken saatlerinde"],
        ],
      }),
    ],
  },
  {
    id: "kordon-632",
    source: "kordon",
    event: "tea",
    published: "2026-05-20",
    lang: "tr",
    title: "Sepetler düğünlere kaldı",
    text: [
      copy("yelken-631", "3"),
      rewrite(
        "yelken-631",
        "4",
        "Hasat boyunca akşamları köy meydanında konuklara taze çay sunulacak, ayrıca en hızlı eller için küçük bir yarışma düzenlenecek.",
      ),
      "Geçen yılın birincisi Hacer nine, eldivenlerini bu kez torununa bıraktığını anlatıyor.",
    ],
  },
  {
    id: "kordon-633",
    source: "kordon",
    event: "clock-repair",
    published: "2026-05-22T09:00+03:00",
    lang: "tr",
    title: "Saat kulesi on dakika geri kaldı, kimse düzeltmek istemedi",
    text: [
      "Akçalı kasabasında belediyenin yaptığı oylamada halk, yıllardır on dakika geri kalan kule saatinin öyle bırakılmasını istedi.",
      "Esnaf, işe geç kalanların artık ortak bir bahanesi olduğunu, bunun da kasabada kavgayı azalttığını öne sürüyor.",
    ],
  },
  {
    id: "yunxi-641",
    source: "yunxi",
    event: "lanterns",
    published: "2026-02-28T08:00+08:00",
    lang: "zh",
    title: "青石镇千盏河灯点亮元宵夜",
    text: [
      "云溪通讯社青石镇2月28日电 元宵节临近，青石镇的老街昨晚挂起了1200盏手工纸灯，居民和游客沿着河岸散步，把写好心愿的小灯放进水里。",
      "负责组织灯会的镇文化站站长林晓荷说，今年所有的灯都由镇上的小学生和退休木匠一起制作，竹骨可以反复使用，灯纸浸过蜡，不会污染河水。",
      "灯会将持续到三月五日。期间每晚七点有皮影戏演出，镇上的三家老面馆也会把营业时间延长到半夜。",
    ],
  },
  {
    id: "linhai-641",
    source: "linhai",
    event: "lanterns",
    published: "2026-02-28",
    lang: "zh",
    title: "青石镇灯会开幕",
    text: [
      copy("yunxi-641", "1-3", {
        edits: [
          ["云溪通讯社青石镇2月28日电", ""],
          ["退休木匠", "老木匠"],
          ["1200", "2100", "number"],
        ],
      }),
    ],
  },
  {
    id: "linhai-642",
    source: "linhai",
    event: "lanterns",
    published: "2026-03-01",
    lang: "zh",
    title: "小学生与老木匠做的灯",
    text: [
      "在青石镇小学的手工教室里，竹条和浆糊摆满了课桌，孩子们正跟着七十岁的周师傅学扎兔子灯，有人把兔子耳朵扎成了牛角，周师傅说那就叫牛灯吧。",
      copy("yunxi-641", "2"),
    ],
  },
  {
    id: "yunxi-643",
    source: "yunxi",
    event: "reading-train",
    published: "2026-04-23T09:30+08:00",
    lang: "zh",
    title: "慢火车上的流动书架",
    text: [
      "每天只开一趟的杏花岭慢火车上，列车员郑桂兰用旧行李架搭起了一排书架，乘客上车可以取书，下车时放回去，或者换一本自己读过的。",
      "她说，八年来只丢过一本菜谱，后来有人从外省寄了回来，里面还夹着一张手写的豆腐做法。",
    ],
  },
];
