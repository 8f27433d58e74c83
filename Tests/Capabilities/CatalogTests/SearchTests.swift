import Catalog
import Codes
import Definitions
import Kernel
import Testing

@Suite("Search")
struct SearchTests {
    private static func entry(
        _ number: Int,
        _ name: String,
        _ category: PowerCategory = .license,
        agency: String = "区教科体局",
        code: String = "",
        division: String? = nil,
        standing: ItemStanding = .imported,
        terms: [String] = [],
        levels: Set<ExerciseLevel> = []
    ) -> CatalogEntry {
        CatalogEntry(
            id: PowerItem.ID("0\(number)"),
            code: code.isEmpty ? "C\(number)" : code,
            name: name,
            category: category,
            agencyName: agency,
            division: division,
            standing: standing,
            terms: terms,
            levels: levels
        )
    }

    private let index = CatalogIndex([
        entry(1, "教师资格认定", code: "511A0138600000-511602000000-000-115113010833722043-1-00"),
        entry(2, "中小学教师职称评聘政策咨询", .publicService),
        entry(3, "户口登记", .confirmation, agency: "区公安分局"),
        entry(4, "户口迁移审批", agency: "区公安分局", standing: .published),
        entry(5, "ＫＴＶ歌舞娱乐场所设立许可", agency: "区文广旅局"),
        entry(6, "师范生认定", agency: "区教科体局"),
        entry(7, "秘密教师许可", standing: .exempt),
        entry(8, "安装5G基站许可", agency: "区经信局"),
        entry(9, "教育与教师资格", agency: "区教科体局"),
    ])

    @Test(
        "words of any length, codes and mixed writing are found; the name that begins with them first",
        arguments: [
            ("教师", ["01", "02", "09"]), ("教师资格", ["01", "09"]), ("户口", ["04", "03"]), ("口", ["04", "03"]),
            ("许可", ["05", "08"]), ("511A01386", ["01"]), ("511a0138600000-5116", ["01"]), ("ktv", ["05"]),
            ("KTV许可", ["05"]),
            ("kt", ["05"]), ("5G", ["08"]), ("教师 认定", ["01"]), ("公安", ["04", "03"]), ("师资", ["01", "09"]), ("师认", []),
            ("没有", []), ("🪁", ["04", "01", "02", "03", "05", "06", "08", "09"]), ("教师!!资格", ["01", "09"]),
        ] as [(String, [String])]
    )
    func finds(text: String, ids: [String]) {
        #expect(index.search(CatalogQuery(text)).entries.map(\.id.text) == ids)
    }

    @Test(
        "pinyin finds by initials and in full, the last syllable perhaps only begun",
        arguments: [
            ("jszg", ["01", "09"]), ("jiaoshizige", ["01", "09"]), ("jiaoshizig", ["01", "09"]), ("hkqy", ["04"]),
            ("hukouqianyi", ["04"]), ("JSZGRD", ["01"]), ("jiaoshi rending", ["01"]), ("zgjs", []),
            ("shizi", ["01", "09"]),
            ("huk", ["04", "03"]), ("xuke", ["05", "08"]), ("mimi", []),
        ] as [(String, [String])]
    )
    func pinyin(text: String, ids: [String]) {
        #expect(index.search(CatalogQuery(text)).entries.map(\.id.text) == ids)
    }

    @Test("letters that can be cut in two ways everywhere are answered like any others")
    func ambiguousLetters() {
        let index = CatalogIndex([Self.entry(1, "许可学额")])
        #expect(index.search(CatalogQuery("xuee")).entries.map(\.id.text) == ["01"])
        #expect(index.search(CatalogQuery(String(repeating: "xue", count: 21))).entries.isEmpty)
    }

    @Test(
        "one wrong character, or one of the same sound, still finds, and the answer says that it is near",
        arguments: [
            ("教师姿格", ["01", "09"]), ("教师资合认定", ["01"]), ("户扣登记", ["03"]), ("户口牵移", ["04"]), ("完全不同的字", []),
        ] as [(String, [String])]
    )
    func near(text: String, ids: [String]) {
        let answer = index.search(CatalogQuery(text))
        #expect(answer.entries.map(\.id.text) == ids)
        #expect(answer.isNear == !ids.isEmpty)
        #expect(!index.search(CatalogQuery("教师资格")).isNear)
    }

    @Test("counts say how the found divide, each with its own choice left open")
    func facets() {
        let all = index.search(CatalogQuery("教师"))
        #expect(all.categories.map(\.value) == [.license, .publicService])
        #expect(all.categories.map(\.count) == [2, 1])
        let chosen = index.search(CatalogQuery("", category: .confirmation))
        #expect(chosen.total == 1)
        #expect(chosen.categories.map(\.count).reduce(0, +) == 8)
        #expect(chosen.agencies.map(\.value) == ["区公安分局"])
        let both = index.search(CatalogQuery("", category: .license, agencyName: "区公安分局"))
        #expect(both.entries.map(\.name) == ["户口迁移审批"])
        #expect(both.categories.map(\.value) == [.confirmation, .license])
    }

    @Test("materials and statutes find their items, behind those that are so called")
    func terms() {
        let index = CatalogIndex([
            Self.entry(1, "风筝许可", terms: ["身份证明", "放飞场地平面图"], levels: [.county, .city]),
            Self.entry(2, "身份证补领", terms: ["户口簿"], levels: [.county]),
            Self.entry(3, "风筝检查", .inspection, terms: ["风筝管理条例"], levels: [.province]),
        ])
        #expect(index.search(CatalogQuery("身份证")).entries.map(\.name) == ["身份证补领", "风筝许可"])
        #expect(index.search(CatalogQuery("平面图")).entries.map(\.name) == ["风筝许可"])
        #expect(index.search(CatalogQuery("管理条例")).entries.map(\.name) == ["风筝检查"])
        #expect(index.search(CatalogQuery("风筝 户口簿")).total == 0)
    }

    @Test("an item counts at each level where it is exercised, and is found at each")
    func levels() {
        let index = CatalogIndex([
            Self.entry(1, "风筝许可", levels: [.county, .city]), Self.entry(2, "身份证补领", levels: [.county]),
            Self.entry(3, "风筝检查", .inspection, levels: [.province]), Self.entry(4, "风筝确认", .confirmation),
        ])
        let all = index.search(CatalogQuery(""))
        #expect(all.levels.map(\.value) == [.province, .city, .county])
        #expect(all.levels.map(\.count) == [1, 1, 2])
        let county = index.search(CatalogQuery("", level: .county))
        #expect(county.entries.map(\.name) == ["风筝许可", "身份证补领"])
        #expect(county.levels.map(\.count) == [1, 1, 2], "the level is left open")
        #expect(county.categories.map(\.value) == [.license])
        #expect(index.search(CatalogQuery("", category: .inspection, level: .county)).total == 0)
    }

    @Test("divisions and standings are counted and chosen like categories")
    func divisions() {
        let index = CatalogIndex([
            Self.entry(1, "风筝许可", division: "511602000000", standing: .published),
            Self.entry(2, "风筝检查", .inspection, division: "511602000000"),
            Self.entry(3, "风筝处罚", .penalty, division: "511603000000"),
        ])
        let all = index.search(CatalogQuery("风筝"))
        #expect(all.divisions.map(\.value) == ["511602000000", "511603000000"])
        #expect(all.standings.map(\.count) == [2, 1])
        let chosen = index.search(CatalogQuery("风筝", division: "511602000000", standing: .imported))
        #expect(chosen.entries.map(\.name) == ["风筝检查"])
        #expect(chosen.divisions.map(\.count) == [1, 1], "the division is left open")
        #expect(chosen.standings.map(\.value) == [.imported, .published], "the standing is left open")
        #expect(chosen.categories.map(\.value) == [.inspection])
        #expect(index.search(CatalogQuery("", division: "000000000000")).total == 0)
    }

    @Test("the index finds in the real list what a look at every name finds, page by page")
    func everyName() throws {
        let entries = try DemonstrationCatalog.listed(.national()).rows.map { row in
            CatalogEntry(
                id: PowerItem.ID("\(row.row)"),
                code: row.listing.code,
                name: row.listing.name,
                mainName: row.listing.mainName,
                category: row.listing.category,
                agencyName: row.listing.agency?.name,
                standing: .imported
            )
        }
        let index = CatalogIndex(entries)
        for text in ["登记", "许可", "教师资格", "一次性", "残疾人", "局", "核发", "设"] {
            let held = entries.filter { entry in
                [entry.name, entry.mainName, entry.agencyName].contains { $0?.contains(text) == true }
            }
            #expect(!held.isEmpty, "\(text): what nothing holds is looked for with typing errors")
            var found: [CatalogEntry] = []
            var query = CatalogQuery(text, limit: 7)
            while true {
                let answer = index.search(query)
                #expect(answer.total == held.count, "\(text)")
                #expect(answer.categories.map(\.count).reduce(0, +) == held.count)
                found += answer.entries
                guard answer.hasMore, let last = answer.entries.last else { break }
                query.after = last.id
            }
            #expect(Set(found.map(\.id)) == Set(held.map(\.id)), "\(text)")
            #expect(found.count == held.count)
            let places = found.map {
                $0.name == text ? 0 : $0.name.hasPrefix(text) ? 1 : $0.name.contains(text) ? 2 : 3
            }
            #expect(places == places.sorted(), "\(text)")
        }
    }

    @Test(
        "neighbors are told from pairs that stand apart, far behind in a long name too",
        arguments: [
            ("甲乙丙", ["01", "03"]), ("甲乙丙丁", ["03"]), ("乙丙丁", ["02", "03"]), ("丙丁", ["02", "01", "03"]),
            ("丁", ["02", "01", "03"]), ("合法甲乙丙丁", ["03"]), ("㐀甲𠀀", ["04"]), ("𠀀", ["04"]),
        ] as [(String, [String])]
    )
    func neighbors(text: String, ids: [String]) {
        let filler = String(repeating: "其他权益合法", count: 60)
        let index = CatalogIndex([
            Self.entry(1, "甲乙丙甲丙丁"), Self.entry(2, "乙丙丁", standing: .published), Self.entry(3, filler + "甲乙丙丁"),
            Self.entry(4, "乙㐀甲𠀀"),
        ])
        #expect(index.search(CatalogQuery(text)).entries.map(\.id.text) == ids)
    }

    @Test("secret items are found by officers only")
    func audience() {
        #expect(!index.search(CatalogQuery("秘密")).entries.contains { $0.standing == .exempt })
        #expect(index.search(CatalogQuery("秘密", audience: .officers)).total == 1)
    }

    @Test("pages follow each other without a gap or a repeat")
    func pages() {
        var seen: [String] = []
        var query = CatalogQuery("", limit: 3)
        while true {
            let answer = index.search(query)
            seen += answer.entries.map(\.id.text)
            guard answer.hasMore, let last = answer.entries.last else { break }
            query.after = last.id
        }
        #expect(seen.count == 8)
        #expect(Set(seen).count == 8)
    }

    @Test("an entry put in again replaces the old one")
    func replaced() {
        var index = index
        index.put(SearchTests.entry(1, "幼儿园教师资格认定", code: "NEW-1"))
        #expect(index.count == 9)
        #expect(index.search(CatalogQuery("511A01386")).total == 0)
        #expect(index.search(CatalogQuery("new")).entries.map(\.name) == ["幼儿园教师资格认定"])
        #expect(index.search(CatalogQuery("教师资格")).total == 2)
    }

    @Test("a query of ten thousand characters is cut, not searched")
    func long() {
        #expect(index.search(CatalogQuery(String(repeating: "教师", count: 5_000))).total == 0)
        #expect(index.search(CatalogQuery(String(repeating: " ", count: 9_998) + "教师")).total == 8)
    }
}
