package sandbox

// person is part of a name: as its owner writes it, and as an e-mail address does.
type person struct{ written, ascii string }

// culture is a way of naming people.
type culture struct {
	given, family []person
	familyFirst   bool
	separator     string // between the two names
}

// size is how many different people the culture can name.
func (c *culture) size() int { return len(c.given) * len(c.family) }

// person returns the i-th person, all different below size.
func (c *culture) person(i int) (name, local string) {
	given, family := c.given[i%len(c.given)], c.family[i/len(c.given)%len(c.family)]
	local = given.ascii + "." + family.ascii
	if c.familyFirst {
		return family.written + c.separator + given.written, local
	}
	return given.written + c.separator + family.written, local
}

var (
	western = culture{separator: " ", given: []person{
		{"Ava", "ava"}, {"Liam", "liam"}, {"Zoë", "zoe"}, {"José", "jose"}, {"Chloé", "chloe"}, {"Noah", "noah"},
		{"Søren", "soren"}, {"Amélie", "amelie"}, {"Priya", "priya"}, {"Mateo", "mateo"}, {"Łukasz", "lukasz"},
		{"Ingrid", "ingrid"}, {"Björn", "bjorn"}, {"Fatima", "fatima"}, {"Kwame", "kwame"}, {"Olivia", "olivia"},
		{"Jürgen", "jurgen"}, {"Siobhán", "siobhan"}, {"Dmitri", "dmitri"}, {"Beatriz", "beatriz"}, {"Ravi", "ravi"},
		{"Hannah", "hannah"}, {"Théo", "theo"}, {"Nadia", "nadia"}, {"Oscar", "oscar"}, {"Yara", "yara"},
		{"Tomáš", "tomas"}, {"Emma", "emma"}, {"Ibrahim", "ibrahim"}, {"Lena", "lena"}, {"Marek", "marek"},
		{"Sofía", "sofia"}, {"Ezra", "ezra"}, {"Ximena", "ximena"}, {"Aoife", "aoife"}, {"Cyrus", "cyrus"}, {"Ida", "ida"},
	}, family: []person{
		{"Nguyen", "nguyen"}, {"Müller", "mueller"}, {"García", "garcia"}, {"O’Brien", "obrien"}, {"Kowalski", "kowalski"},
		{"Okafor", "okafor"}, {"Andersson", "andersson"}, {"Dubois", "dubois"}, {"Rossi", "rossi"}, {"Patel", "patel"},
		{"Novák", "novak"}, {"Silva", "silva"}, {"Johnson", "johnson"}, {"Haddad", "haddad"}, {"Van den Berg", "vandenberg"},
		{"Ødegård", "odegard"}, {"Fernández-Ramírez", "fernandez-ramirez"}, {"Popescu", "popescu"}, {"Yılmaz", "yilmaz"},
		{"Ivanova", "ivanova"}, {"MacLeod", "macleod"}, {"Schröder", "schroeder"}, {"Kim", "kim"}, {"Mensah", "mensah"},
		{"Bianchi", "bianchi"}, {"Virtanen", "virtanen"}, {"Castillo", "castillo"}, {"Lefèvre", "lefevre"}, {"Ali", "ali"},
		{"Hernández", "hernandez"}, {"Wójcik", "wojcik"}, {"Brown", "brown"}, {"Desrosiers", "desrosiers"},
		{"Papadopoulos", "papadopoulos"}, {"Larsen", "larsen"}, {"Singh", "singh"}, {"Zimmermann", "zimmermann"},
		{"Costa", "costa"}, {"Horváth", "horvath"}, {"Whitfield", "whitfield"}, {"Tremblay", "tremblay"},
	}}
	japanese = culture{familyFirst: true, separator: " ", given: []person{
		{"陽菜", "hina"}, {"蓮", "ren"}, {"さくら", "sakura"}, {"大翔", "hiroto"}, {"結衣", "yui"}, {"健太", "kenta"},
		{"美咲", "misaki"}, {"翔太", "shota"}, {"葵", "aoi"}, {"悠真", "yuma"}, {"千尋", "chihiro"}, {"直樹", "naoki"},
		{"恵", "megumi"}, {"拓也", "takuya"}, {"真由美", "mayumi"}, {"隆", "takashi"}, {"奈々", "nana"},
	}, family: []person{
		{"佐藤", "sato"}, {"鈴木", "suzuki"}, {"高橋", "takahashi"}, {"田中", "tanaka"}, {"渡辺", "watanabe"},
		{"伊藤", "ito"}, {"山本", "yamamoto"}, {"中村", "nakamura"}, {"小林", "kobayashi"}, {"加藤", "kato"},
		{"吉田", "yoshida"}, {"山田", "yamada"}, {"佐々木", "sasaki"}, {"松本", "matsumoto"}, {"井上", "inoue"},
		{"木村", "kimura"}, {"林", "hayashi"}, {"清水", "shimizu"}, {"長谷川", "hasegawa"},
	}}
	chinese = culture{familyFirst: true, given: []person{
		{"伟", "wei"}, {"芳", "fang"}, {"秀英", "xiuying"}, {"敏", "min"}, {"静", "jing"}, {"丽", "li"}, {"强", "qiang"},
		{"磊", "lei"}, {"洋", "yang"}, {"艳", "yan"}, {"建国", "jianguo"},
	}, family: []person{
		{"王", "wang"}, {"李", "li"}, {"张", "zhang"}, {"刘", "liu"}, {"陈", "chen"}, {"杨", "yang"}, {"赵", "zhao"},
		{"黄", "huang"}, {"周", "zhou"}, {"吴", "wu"}, {"徐", "xu"}, {"欧阳", "ouyang"}, {"马", "ma"},
	}}
	arabic = culture{separator: " ", given: []person{
		{"أحمد", "ahmad"}, {"ليلى", "layla"}, {"محمد", "mohammed"}, {"نور", "noor"}, {"يوسف", "yusuf"},
		{"مريم", "maryam"}, {"خالد", "khalid"}, {"سارة", "sara"}, {"عمر", "omar"}, {"هند", "hind"}, {"طارق", "tariq"},
	}, family: []person{
		{"الخطيب", "alkhatib"}, {"النجار", "alnajjar"}, {"حداد", "haddad"}, {"المنصوري", "almansoori"}, {"بكري", "bakri"},
		{"السعيد", "alsaeed"}, {"قاسم", "qasim"}, {"الشريف", "alsharif"}, {"زيدان", "zidan"}, {"الحسيني", "alhusseini"},
		{"عبد الرحمن", "abdulrahman"}, {"المصري", "almasri"}, {"ناصر", "nasser"},
	}}
)

// curiosities are names as people do type them, and as some type to do harm: a
// console has to show them all without losing its columns or its mind.
var curiosities = []person{
	{"🦄 Uma Uni-Korn 🌈", "uma.uni-korn"},
	{"Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad Ruiz y Picasso", "pablo.ruiz"},
	{"Robert\x1b]0;owned\x07\x1b[2J\x1b[31m Tables", "robert.tables"},
	{"Eve \u202egnitekraM\u202c Adams", "eve.adams"},
	{"👩‍👩‍👧‍👦 The Okonkwo-Berg Family Account", "family.okonkwo-berg"},
	{"Z̷a̴l̶g̵o̸ H̶e̵ C̸o̷m̴e̵s̶", "zalgo"},
	{"=HYPERLINK(\"https://evil.example\",\"Refund\")", "refund"},
	{"नंदिनी शर्मा", "nandini.sharma"},
	{"ไพลิน ศรีสุข", "pailin.srisuk"},
	{"Tab\tNew\nLine", "tab.newline"},
	{"🇧🇷 João ❤️ Conceição", "joao.conceicao"},
	{"ㅤ\u200b", "invisible"},
}

var adjectives = []string{"Amber", "Brisk", "Cobalt", "Dapper", "Ember", "Fable", "Granite", "Harbor", "Ivory", "Juniper",
	"Kindred", "Lumen", "Maple", "Nimbus", "Orchid", "Prairie", "Quartz", "Ridge", "Silver", "Timber", "Umber", "Velvet",
	"Willow", "Xenon", "Yarrow", "Zephyr"}

var trades = []string{"Logistics", "Analytics", "Foods", "Health", "Energy", "Robotics", "Media", "Insurance", "Motors",
	"Biotech", "Textiles", "Software", "Travel", "Security", "Optics", "Payments", "Studios", "Farms", "Aerospace"}
