/**
 * The world's news agencies and what newspapers call them. Data. Letters need no care: every spelling that the
 * normaliser folds is the same.
 */
export interface Agency {
  /** Canonical name, as it stands in every credit. */
  readonly name: string;
  /** What it is called wherever it is named; never anything else. */
  readonly aliases: readonly string[];
  /** What may be a common word or a place too: counts only where the page says that an agency is meant. */
  readonly ambiguous: readonly string[];
  /** Hosts of its site, without the www in front. */
  readonly hosts: readonly string[];
}

/**
 * "name | aliases | ambiguous | adjective, country | hosts"; "-" for none. Ambiguous aliases are words or places too
 * and count only where the page says that an agency is meant: after the word "agency", in a byline, dateline or label.
 * By adjective and country Arabic papers call the agency of a country.
 */
const AGENCIES = `
SANA | سانا, SANA SY, الوكالة العربية السورية للأنباء, وكالة الأنباء العربية السورية, وكالة سانا للأنباء, Syrian Arab News Agency | SANA | السورية, سوريا | sana.sy
SPA | Saudi Press Agency, واس | و ا س, وا س, SPA, WAS | السعودية, السعودية | spa.gov.sa
Reuters | رويترز, رويتر, Reuters | - | - | reuters.com
AP | أسوشيتد برس, أسوشييتد برس, اسوشيتدبرس, أسوشييتدبرس, اسوشيتيد برس, أسوشيتيد برس, أسوسيتد برس, اسوسييتد برس, أسوشايتد برس, اسوشياتد برس, أسوشياتيد برس, الأسوشيتد برس, الأسوشييتد برس, Associated Press | أ ب, AP, آي بي, ايه بي | - | apnews.com, ap.org
AFP | فرانس برس, فرانس بريس, فرانسبرس, فرانس برِس, وكالة الصحافة الفرنسية, الصحافة الفرنسية, أ ف ب, أف ب, أ فب, أفب, AFP, Agence France Presse | الفرنسية | الفرنسية, فرنسا | afp.com
DPA | د ب أ, د ب ا, DPA | الألمانية, دب أ | الألمانية, ألمانيا | dpa.com, dpa-international.com
Anadolu | وكالة الأناضول, الأناضول للأنباء, Anadolu Agency | الأناضول, أناضول, AA, Anadolu | التركية, الأناضول | aa.com.tr
UPI | يونايتد برس إنترناشونال, يونايتد برس, يو بي آي, يو بي اي, يونايتد برس انترناشيونال, UPI | ي ب أ | - | upi.com
Xinhua | شينخوا, شينخو, Xinhua, وكالة أنباء الصين الجديدة, أنباء الصين الجديدة | - | الصينية, الصين | xinhuanet.com, news.cn
TASS | إيتار تاس, ايتارتاس, TASS, Itar Tass | تاس | - | tass.ru, tass.com
RIA Novosti | نوفوستي, ريا نوفوستي, RIA Novosti | ريا, RIA | - | ria.ru
Interfax | إنترفاكس, انترفاكس, Interfax | - | - | interfax.ru, interfax.com
Sputnik | وكالة سبوتنيك, سبوتنيك, Sputnik | - | - | sputniknews.com, sputnikarabic.ae
Bloomberg | بلومبرغ, بلومبرج, بلومبيرغ, بلومبيرج, Bloomberg | - | - | bloomberg.com
Dow Jones | وكالة داو جونز, Dow Jones Newswires | - | - | dowjones.com
QNA | - | قنا, QNA | القطرية, قطر | qna.org.qa
WAM | Emirates News Agency | وام, WAM | الإماراتية, الإمارات | wam.ae
KUNA | كونا, Kuwait News Agency | KUNA | الكويتية, الكويت | kuna.net.kw
Petra | Jordan News Agency | بترا, Petra | الأردنية, الأردن | petra.gov.jo
BNA | Bahrain News Agency | بنا, BNA | البحرينية, البحرين | bna.bh
ONA | Oman News Agency | العمانية, ONA | العمانية, عمان | omannews.gov.om
MENA | وكالة أنباء الشرق الأوسط, أنباء الشرق الأوسط, وكالة الشرق الأوسط, أ ش أ, Middle East News Agency | MENA, أش أ | المصرية, مصر | mena.org.eg
NNA | الوكالة الوطنية للإعلام, وكالة الأنباء الوطنية للإعلام, الوطنية للإعلام, الوكالة الوطنية اللبنانية للإعلام, الوكالة اللبنانية للإعلام, الوكالة الوطنية للأنباء اللبنانية | NNA | اللبنانية, لبنان | nna-leb.gov.lb
INA | Iraqi News Agency | واع, INA | العراقية, العراق | ina.iq
IRNA | إرنا, IRNA, وكالة أنباء الجمهورية الإسلامية الإيرانية, وكالة أنباء الجمهورية الإسلامية, وكالة الجمهورية الإسلامية للأنباء, وكالة الجمهورية الإسلامية الإيرانية للأنباء | - | الإيرانية, إيران | irna.ir
Fars | وكالة فارس, وكالة أنباء فارس, فارس للأنباء, Fars News Agency | فارس | - | farsnews.ir, farsnews.com
Tasnim | وكالة تسنيم, تسنيم للأنباء, وكالة تسنيم الإيرانية للأنباء, Tasnim | تسنيم | - | tasnimnews.com
Mehr | وكالة مهر, مهر للأنباء, وكالة مهر الإيرانية للأنباء, Mehr News Agency | مهر | - | mehrnews.com
ISNA | إيسنا, ISNA, وكالة الطلبة للأنباء, وكالة أنباء الطلبة الإيرانية, وكالة الطلبة الإيرانية للأنباء | - | - | isna.ir
AKI | وكالة آكي, آكي الإيطالية, وكالة آكي الإيطالية للأنباء | آكي, AKI | - | adnkronos.com
ANSA | أنسا, ANSA | - | الإيطالية, إيطاليا | ansa.it
EFE | وكالة إفي, وكالة افي, وكالة إيفي | إفي, إيفي, EFE | الإسبانية, إسبانيا | efe.com
APS | Algérie Presse Service | واج, APS | الجزائرية, الجزائر | aps.dz
MAP | وكالة المغرب العربي للأنباء, المغرب العربي للأنباء, Maghreb Arabe Presse | ومع, و م ع, MAP | المغربية, المغرب | mapnews.ma
TAP | وكالة تونس إفريقيا للأنباء, تونس أفريقيا للأنباء, Tunis Afrique Presse | وات, TAP | التونسية, تونس | tap.info.tn
LANA | Libyan News Agency | وال, LANA | الليبية, ليبيا | lana.gov.ly, lana-news.ly
SUNA | وكالة السودان للأنباء, Sudan News Agency | سونا, SUNA | السودانية, السودان | suna-sd.net, suna-news.net
Saba | وكالة سبأ, سبأ نت, Yemen News Agency | سبأ, SABA | اليمنية, اليمن | saba.ye, sabanews.net, sabanew.net
WAFA | وكالة الأنباء والمعلومات الفلسطينية | وفا, WAFA | الفلسطينية, فلسطين | wafa.ps
Maan | وكالة معا, وكالة معا الإخبارية, Maan News Agency | معا | - | maannews.net
Yonhap | يونهاب, Yonhap | - | الكورية الجنوبية, كوريا الجنوبية | yna.co.kr
KCNA | KCNA, وكالة الأنباء المركزية الكورية, وكالة الأنباء الكورية المركزية | - | الكورية الشمالية, كوريا الشمالية | kcna.kp
Kyodo | كيودو, Kyodo | - | اليابانية, اليابان | kyodonews.net
CNA | وكالة الأنباء المركزية التايوانية | - | - | cna.com.tw
PTI | برس تراست أوف إنديا, بي تي آي, Press Trust of India | PTI | الهندية, الهند | ptinews.com
APP | Associated Press of Pakistan | - | الباكستانية, باكستان | app.com.pk
Dogan | وكالة دوغان, وكالة دوجان, دوجان للأنباء, دوغان للأنباء, دوجان الإخبارية | دوغان, دوجان | - | dha.com.tr
Cihan | وكالة جيهان, جيهان للأنباء, وكالة جيهان التركية | جيهان | - | cihan.com.tr
ANHA | وكالة هاوار, وكالة أنباء هاوار, هاوار, ANHA | - | - | hawarnews.com
PA Media | وكالة برس أسوسييشن, برس أسوسيشن, بي إيه ميديا, Press Association, PA Media | - | - | pa.media
APA | - | APA | النمساوية, النمسا | apa.at
ATS | Keystone ATS | ATS | السويسرية, سويسرا | keystone-sda.ch
Belga | وكالة بلجا, وكالة بلغا, بيلغا, Belga | - | البلجيكية, بلجيكا | belga.be
SID | وكالة سيد الألمانية, وكالة سيد | - | - | sid.de
AAP | أستراليان أسوشيتد برس, أستراليان أسوشييتد برس, Australian Associated Press | AAP | الأسترالية, أستراليا | aap.com.au
IINA | إينا, وكالة الأنباء الإسلامية الدولية, وكالة الأنباء الإسلامية | IINA | - | iina.org
`;

function national(adjective: string, country: string): string[] {
  return [
    `وكالة الأنباء ${adjective}`,
    `وكالة الأنباء الرسمية ${adjective}`,
    `الوكالة ${adjective} للأنباء`,
    `وكالة ${adjective} للأنباء`,
    `وكالة أنباء ${country}`,
    `الوكالة ${adjective}`,
  ];
}

function entries(cell: string): string[] {
  return cell === "-" ? [] : cell.split(", ");
}

export const AGENCIES_DATA: readonly Agency[] = AGENCIES.trim()
  .split("\n")
  .map((line) => {
    const [name, aliases, ambiguous, nation, hosts] = line.split(" | ") as [
      string,
      string,
      string,
      string,
      string,
    ];
    const [adjective, country] = entries(nation);
    const named = adjective === undefined ? [] : national(adjective, country!);
    return {
      name,
      aliases: [...entries(aliases), ...named],
      ambiguous: entries(ambiguous),
      hosts: entries(hosts),
    };
  });
