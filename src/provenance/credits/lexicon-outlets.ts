/**
 * Outlets that other outlets name as their source, and what they are called. Data. Letters need no care. A name
 * counts only where it stands as a source: quoted, or after a word such as "newspaper", beside a word of saying.
 */

export interface Outlet {
  readonly name: string;
  /** A channel or station: what is said on it is a broadcast. */
  readonly broadcast?: boolean;
  /** By one word no other thing: needs no quotation marks. */
  readonly distinct?: boolean;
  readonly aliases: readonly string[];
  /** What it is called on its own page, and what elsewhere mostly is something else. */
  readonly ownAliases: readonly string[];
  /** Values of `source` and hosts. */
  readonly sources: readonly string[];
}

/**
 * "name | alias, alias | source, host"; an asterisk before the name marks a broadcaster, a plus sign a name that is
 * nothing else, a tilde before an alias one that counts on the outlet's own page alone.
 */
const OUTLETS = `
Asharq Al-Awsat | الشرق الأوسط | aawsat, aawsat.com
Al-Eqtisadiah | الاقتصادية, الاقتصادية الإلكترونية | aleqtisadiya, aleqt.com
Al-Jazirah (paper) | الجزيرة | aljazirah, al-jazirah.com
Al-Madina | المدينة | almadina, al-madina.com
Al-Riyadh | الرياض, الرياض الإلكتروني | alriyadh, alriyadh.com
Al-Watan | الوطن, الوطن أون لاين | alwatan, alwatan.com.sa
Al-Weeam | الوئام | alweeam, alweeam.com.sa
Al-Yaum | اليوم | alyaum, alyaum.com
Arreyadi | الرياضي | arreyadi, arreyadi.com.sa
Arriyadiyah | الرياضية | arriyadiyah, arriyadiyah.com
Okaz | عكاظ | okaz, okaz.com.sa
Sabq | سبق, صحيفة سبق الإلكترونية | sabq, sabq.org
Ain Al-Yaum | عين اليوم | 3alyoum, 3alyoum.com
Makkah | مكة | makkahnewspaper.com
Al-Hayat | الحياة | alhayat, alhayat.com
Al-Sharq | الشرق | alsharq.net.sa
Arab News | عرب نيوز | arabnews.com
Al-Quds Al-Arabi | القدس العربي | alquds.co.uk
Al-Arab | العرب | alarab.co.uk
Al-Quds | القدس | alquds.com
Rai Al-Youm | رأي اليوم | raialyoum.com
Al-Akhbar | الأخبار | al-akhbar.com
As-Safir | السفير | assafir.com
An-Nahar | النهار | annahar.com
Al-Mustaqbal | المستقبل | almustaqbal.com
Al-Ahram | الأهرام | alahram.newspaper, ahram.org.eg
Al-Masry Al-Youm | المصري اليوم | almasryalyoum.com
Youm7 | اليوم السابع | officialyoum77, youm7.com
Al-Watan (Egypt) | الوطن المصرية, ~الوطن | elwatannews, elwatannews.com
Al-Dostor | الدستور المصرية, ~الدستور | el.dostor.news, dostor.org
Al-Tahrir | ~التحرير | tahrir.news.official, tahrirnews.com
Al-Fagr | ~الفجر | elfagr, elfagr.org
+ Masrawy | مصراوي | masrawy, masrawy.com
Freedom and Justice | ~الحرية والعدالة | fjp, fj-p.com
Akhbar El-Yom | أخبار اليوم, ~الأخبار | akhbarelyomgate, akhbarelyom.com
Al-Shorouk | الشروق | shorouknews.com
Al-Khaleej | الخليج | alkhaleej.ae
Al-Bayan | البيان | albayan.ae
Al-Ittihad | الاتحاد | alittihad.ae
Al-Qabas | القبس | alqabas.com
Al-Rai | الراي, الرأي | alraimedia.com
Al-Jarida | الجريدة | aljarida.com
As-Seyassah | السياسة | al-seyassah.com
Al-Watan (Syria) | الوطن السورية | alwatan.sy
Al-Thawra | الثورة | thawra.sy
Enab Baladi | عنب بلدي | enabbaladi.net
Shaam Network | شبكة شام, شام الإخبارية | shaam.org
North Press | نورث برس | npasyria.com
Orient | أورينت, أورينت نت | orient-news.net
Syria TV | تلفزيون سوريا | syria.tv
* Al-Ikhbariya (Syria) | الإخبارية السورية | alikhbariah.com
* Al-Ekhbariya | الإخبارية | alekhbariya.net
* Rudaw | رووداو | rudaw.net
* Kurdistan 24 | كردستان 24 | kurdistan24.net
* Al Arabiya | العربية, العربية نت, العربية الحدث, الحدث | alarabiya.net
* Al Jazeera | الجزيرة نت, الجزيرة الفضائية, الجزيرة القطرية, الجزيرة الإنجليزية, Al Jazeera | aljazeera.net, aljazeera.com
* Sky News Arabia | سكاي نيوز عربية, سكاي نيوز العربية | skynewsarabia.com
* + Sky News | سكاي نيوز, Sky News | news.sky.com
* + BBC | بي بي سي, هيئة الإذاعة البريطانية, BBC | bbcarabicnews, bbc.com, bbc.co.uk
* + CNN | سي إن إن, سي ان ان, سي إن إن بالعربية, CNN | cnnarabic, cnn.com, arabic.cnn.com
* RT | روسيا اليوم, RT | rt.com, arabic.rt.com
* + France 24 | فرانس 24, فرانس24 | france24.com
* DW | دويتشه فيله, دويتش فيله, Deutsche Welle | dw.com
* Alhurra | الحرة | alhurra.com
* MBC | إم بي سي, ام بي سي, MBC | mbc.net
* Al Mayadeen | الميادين | almayadeen.net
* Al-Manar | المنار | almanar.com.lb
* Al-Masirah | المسيرة | almasirah.net
* Al-Alam | العالم الإيرانية | alalam.ir
* Press TV | برس تي في, Press TV | presstv.ir
* LBC | إل بي سي, ال بي سي | lbcgroup.tv
* Rotana Khalijia | روتانا خليجية | rotana.net
* Voice of America | صوت أميركا, صوت أمريكا, Voice of America | voanews.com
* Monte Carlo Doualiya | مونت كارلو, مونت كارلو الدولية | mc-doualiya.com
* Israel Channel 10 | القناة العاشرة, القناة العاشرة الإسرائيلية | 10.tv
* Israel Channel 2 | القناة الثانية الإسرائيلية | mako.co.il
* + Fox News | فوكس نيوز, Fox News | foxnews.com
* NBC | إن بي سي, ان بي سي, NBC | nbcnews.com
* CBS | سي بي إس, سي بي اس, CBS | cbsnews.com
* + ABC (Australia) | هيئة الإذاعة الأسترالية, هيئة البث الأسترالية | abc.net.au
* + TV Globo | غلوبو, جلوبو, تلفزيون غلوبو | globo.com
+ AITnews | البوابة العربية للأخبار التقنية | aitnews.com
* ABC | إيه بي سي, اي بي سي, ABC News | abcnews.go.com
New York Times | نيويورك تايمز, New York Times | nytimes.com
Washington Post | واشنطن بوست, Washington Post | washingtonpost.com
Wall Street Journal | وول ستريت جورنال, Wall Street Journal | wsj.com
Los Angeles Times | لوس أنجلوس تايمز, لوس انجليس تايمز, Los Angeles Times | latimes.com
USA Today | يو إس إيه توداي, يو اس ايه توداي, USA Today | usatoday.com
Financial Times | فاينانشيال تايمز, فايننشال تايمز, فايننشيال تايمز, فاينانشال تايمز, Financial Times | ft.com
+ The Guardian | الغارديان, الجارديان, غارديان, جارديان, The Guardian | theguardian.com
The Times | التايمز, ذا تايمز, تايمز البريطانية, The Times | thetimes.co.uk
Sunday Times | صنداي تايمز, Sunday Times | thesundaytimes.co.uk
+ The Independent | الإندبندنت, الاندبندنت, إندبندنت, ذي إندبندنت, The Independent | independent.co.uk
Daily Telegraph | ديلي تلغراف, ديلي تليجراف, دايلي تلغراف, الديلي تلغراف, الديلي تليجراف, تلغراف البريطانية, التليغراف, Daily Telegraph | telegraph.co.uk
Daily Mail | ديلي ميل, الديلي ميل, دايلي ميل, الدايلي ميل, دايلي مايل, الدايلي مايل, ميل أون صنداي, Daily Mail | dailymail.co.uk
Daily Mirror | ديلي ميرور, الديلي ميرور, Daily Mirror | mirror.co.uk
The Sun | ذا صن, الصن, The Sun | thesun.co.uk
Daily Star | ديلي ستار, دايلي ستار, ديلي ستار صنداي, دايلي ستار صنداي, Daily Star | dailystar.co.uk
Daily Express | إكسبريس, ديلي إكسبريس, Daily Express | express.co.uk
The Economist | إيكونوميست, ذي إيكونوميست, الإيكونوميست, The Economist | economist.com
Foreign Policy | فورين بوليسي, Foreign Policy | foreignpolicy.com
Foreign Affairs | فورين أفيرز | foreignaffairs.com
+ Newsweek | نيوزويك, Newsweek | newsweek.com
Time | مجلة تايم, تايم الأميركية | time.com
Al-Iktissad Wal-Aamal | الاقتصاد والأعمال, الاقتصاد والاعمال | iktissad.com
+ Forbes | فوربس, Forbes | forbes.com
+ Business Insider | بزنس إنسايدر, Business Insider | businessinsider.com
Huffington Post | هافينغتون بوست, هافنغتون بوست, هافينجتون بوست, Huffington Post | huffpost.com
+ CNBC | سي إن بي سي, سي ان بي سي, CNBC | cnbc.com
+ Le Monde | لوموند, لو موند, Le Monde | lemonde.fr
+ Le Figaro | لوفيغارو, لو فيغارو, لوفيجارو, Le Figaro | lefigaro.fr
+ Libération | ليبراسيون | liberation.fr
+ L'Équipe | ليكيب | lequipe.fr
France Football | فرانس فوتبول | francefootball.fr
+ Der Spiegel | دير شبيغل, دير شبيجل, شبيغل, شبيجل, Der Spiegel | spiegel.de
Bild | بيلد | bild.de
Die Welt | دي فيلت, دي فليت, Die Welt | welt.de
Die Zeit | دي تسايت | zeit.de
Süddeutsche Zeitung | زود دويتشه تسايتونج, زود دويتشه تسايتونغ, سود دويتشه تسايتونغ | sueddeutsche.de
Frankfurter Allgemeine | فرانكفورتر ألجماينه, فرانكفورتر ألغماينه | faz.net
Kicker | كيكر | kicker.de
+ El País | إلباييس, البايس, الباييس, إل باييس | elpais.com
El Mundo | إلموندو, الموندو | elmundo.es
Marca | ماركا | marca.com
AS | آس | as.com
Mundo Deportivo | موندو ديبورتيفو | mundodeportivo.com
Sport | سبورت الكتالونية, سبورت الإسبانية | sport.es
Gazzetta dello Sport | لا غازيتا ديلو سبورت, غازيتا ديلو سبورت, لاغازيتا ديلو سبورت, جازيتا ديللو سبورت | gazzetta.it
Corriere della Sera | كورييري ديلا سيرا | corriere.it
La Repubblica | لا ريبوبليكا | repubblica.it
Sky Sports | سكاي سبورتس, سكاي سبورت | skysports.com
+ Haaretz | هآرتس, Haaretz | haaretz.com
Yedioth Ahronoth | يديعوت أحرونوت, يديعوت احرنوت | ynet.co.il
+ Maariv | معاريف | maariv.co.il
Jerusalem Post | جيروزاليم بوست, جروزاليم بوست, Jerusalem Post | jpost.com
Israel Hayom | يسرائيل هيوم, إسرائيل اليوم | israelhayom.co.il
Hürriyet | حرييت, حريت | hurriyet.com.tr
Zaman | زمان التركية | zaman.com.tr
Kayhan | كيهان | kayhan.ir
Hindustan Times | هندوستان تايمز | hindustantimes.com
Times of India | تايمز أوف إنديا, Times of India | timesofindia.indiatimes.com
South China Morning Post | ساوث تشاينا مورنينغ بوست | scmp.com
Global Times | غلوبال تايمز, جلوبال تايمز | globaltimes.cn
People's Daily | صحيفة الشعب | people.com.cn
Kommersant | كوميرسانت | kommersant.ru
Izvestia | إزفستيا | iz.ru
Gulf News | غلف نيوز, جلف نيوز, Gulf News | gulfnews.com
The National | ذا ناشيونال, ذا ناشونال | thenationalnews.com
Khaleej Times | خليج تايمز | khaleejtimes.com
TMZ | تي إم زد, TMZ | tmz.com
`;

export const OUTLETS_DATA: readonly Outlet[] = OUTLETS.trim()
  .split("\n")
  .map((line) => {
    const [name, aliases, sources] = line.split(" | ") as [string, string, string];
    const broadcast = name.startsWith("* ");
    const distinct = /^(?:\* )?\+ /u.test(name);
    return {
      name: name.replace(/^[*+ ]+/u, ""),
      ...(broadcast ? { broadcast } : {}),
      ...(distinct ? { distinct } : {}),
      aliases: aliases.split(", ").filter((alias) => !alias.startsWith("~")),
      ownAliases: aliases.split(", ").flatMap((alias) => (alias.startsWith("~") ? [alias.slice(1)] : [])),
      sources: sources.split(", "),
    };
  });
