import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Lists that offices keep")
struct ListImportTests {
    private static let day: Day = "2026-05-20"

    private static func subjects(_ rows: String...) -> [UInt8] {
        let header = "机构名称,统一社会信用代码,机构性质,主体类别,执法类别,执法区域,编制状况,经费来源,委托机关,委托书,委托事项权限,委托期限起,委托期限止"
        return Array(([header] + rows).joined(separator: "\n").utf8)
    }

    private static func officers(_ rows: String...) -> [UInt8] {
        let header = "姓名,单位,职务,执法证件名称,证号,执法类别,执法区域,发证机关,发证日期,有效期至,岗位,培训学时,公共法律成绩,专业法律成绩,考试日期"
        return Array(([header] + rows).joined(separator: "\n").utf8)
    }

    private static let good =
        "张三,广安市广安区教育局,科员,行政执法证,23160001,行政许可、处罚,511602,省政府,2026-05-01,2031-04-30,,80,85,90,2026-04-20"

    @Test(
        "rows of subjects are new, changed, unchanged, or refused with column and reason",
        arguments: StorageEngine.allCases
    )
    func subjects(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let known = "\(DirectoryLog.profile.name),\(DirectoryLog.profile.code),行政机关,法定,行政许可,511602,50,财政全额拨款,,,,,"
        let file = Self.subjects(
            known,
            "新机关,11511602008282000L,行政机关,法定,,511602,,,,,,,",
            "无码机关,123,行政机关,法定,,511602,,,,,,,",
            "重复机关,11511602008282000L,行政机关,法定,,511602,,,,,,,",
            "外区机关,12370000495570303,行政机关,法定,,511603,,,,,,,",
            "受托中心,11370000004502345M,事业单位,委托,,511602,多,,,,,,",
            "停用区划,91110000600037341L,行政机关,法定,,519999,,,,,,,"
        )
        func list() async throws -> SubjectList {
            try await directory.log.read(DirectoryLog.realm) {
                try SubjectList(file, within: "511602", on: Self.day, $0)
            }
        }
        let lines = try await list().lines
        #expect(lines.map(\.number) == [2, 3, 4, 5, 6, 7, 8])
        let faults = lines.map { line -> [String] in
            switch line.row {
            case .new: ["new"]
            case .changed(_, let differences): differences
            case .unchanged: ["unchanged"]
            case .refused(let faults): faults.map(\.column)
            }
        }
        #expect(
            faults == [
                ["机构性质：无 → 行政机关", "编制：无 → 50", "经费来源：无 → 财政全额拨款", "执法类别：无 → 行政许可"], ["new"], ["统一社会信用代码"],
                ["统一社会信用代码"], ["统一社会信用代码", "执法区域"], ["编制状况", "委托书"], ["执法区域", "执法区域"],
            ]
        )
        let outcomes = try await directory.takeOver(list().lines.bulkRows { .listedSubject($0) }, from: Self.day)
        #expect(outcomes.map(\.outcome) == [.done, .done])
        #expect(try await list().lines.compactMap(\.row.change).isEmpty)
        let found = try await directory.read { try $0.agencies(of: "511602", in: DirectoryLog.realm, on: Self.day) }
        #expect(Set(found.map(\.profile.name)) == ["新机关", DirectoryLog.profile.name])
    }

    @Test("a certificate older than the agency's entry is taken over", arguments: StorageEngine.allCases)
    func older(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let realm = DirectoryLog.realm
        var profile = DirectoryLog.profile
        profile.code = "11511602008282000L"
        profile.name = "新登记的局"
        _ = try await directory.submit(RegisterAgency(profile, from: "2026-05-15"), "new")
        let file = Self.officers(Self.good.replacing(DirectoryLog.profile.name, with: profile.name))
        let list = try await directory.log.read(realm) { try OfficerList(file, within: "511602", on: Self.day, $0) }
        let outcomes = try await directory.takeOver(list.lines.bulkRows { .listedOfficer($0) }, from: Self.day)
        #expect(outcomes.map(\.outcome) == [.done])
        let published = try await directory.read { try $0.listRows(.officers, of: "511602", in: realm, on: Self.day) }
        #expect(published.map { $0[1] } == [profile.name])
    }

    @Test("bad rows of officers are refused, the rest is taken whole", arguments: StorageEngine.allCases)
    func officers(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let realm = DirectoryLog.realm
        let head = CreatePost("局长岗", for: .approve, in: directory.agency, from: "2021-01-01")
        _ = try await directory.submit(head, "head")
        let agency = DirectoryLog.profile.name
        func row(
            _ name: String,
            _ number: String,
            unit: String,
            area: String,
            to: String,
            post: String,
            law: String
        ) -> String {
            "\(name),\(unit),科员,行政执法证,\(number),行政许可,\(area),省政府,2026-05-01,\(to),\(post),80,\(law),90,2026-04-20"
        }
        let file = Self.officers(
            Self.good,
            row("李四", "23160002", unit: "没有的局", area: "511602", to: "2031-04-30", post: "", law: "85"),
            row("王五", "23160003", unit: agency, area: "511603", to: "2031-04-30", post: "", law: "85"),
            row("赵六", "23160004", unit: agency, area: "511602", to: "2026-04-30", post: "", law: "85"),
            row("孙七", "23160005", unit: agency, area: "511602", to: "2031-04-30", post: "局长岗", law: "85"),
            row("周八", "23160006", unit: agency, area: "511602", to: "2031-04-30", post: "局长岗", law: "85"),
            row("吴九", "23160007", unit: agency, area: "511602", to: "2031-04-30", post: "无此岗", law: ""),
            row("郑十", "23160001", unit: agency, area: "511602", to: "2031-04-30", post: "", law: "85"),
            row("冯一", "23160008", unit: agency, area: "511602", to: "2031-04-30", post: "", law: "59")
        )
        func list() async throws -> OfficerList {
            try await directory.log.read(realm) { try OfficerList(file, within: "511602", on: Self.day, $0) }
        }
        let lines = try await list().lines
        let rules = lines.map { line -> [ListFault.Rule] in
            if case .refused(let faults) = line.row { faults.map(\.rule) } else { [] }
        }
        #expect(
            rules == [
                [], [.unknownAgency(found: "没有的局")], [.beyondAgency(found: "511603")], [.endsBeforeItBegins], [],
                [.secondHead(post: "局长岗")], [.unknownPost(found: "无此岗", agency: agency), .empty],
                [.twice(found: "23160001", row: 2)], [],
            ]
        )
        let outcomes = try await directory.takeOver(list().lines.bulkRows { .listedOfficer($0) }, from: Self.day)
        #expect(outcomes.map(\.outcome) == [.refused, .done, .done])
        #expect(outcomes.first?.reason == "\(DirectoryError.notQualified([.examMissing(.publicLaw)]))")
        let published = try await directory.read { try $0.listRows(.officers, of: "511602", in: realm, on: Self.day) }
        #expect(published.map { $0[0] } == ["张三", "孙七"])
        #expect(try await directory.submit(PublishList(.officers, of: "511602"), "publish") == 2)
        let lists = try await directory.log.read(realm) { try $0.publishedLists(.officers) }
        #expect(lists.map(\.rows) == [published])
        for report in try await directory.log.rebuild(realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test("an import is taken back: who was entered leaves, a new subject ends, a changed one is as before")
    func undone() async throws {
        let directory = try await DirectoryLog(on: .sqlite)
        let realm = DirectoryLog.realm
        let subjects = Self.subjects(
            "\(DirectoryLog.profile.name),\(DirectoryLog.profile.code),行政机关,法定,行政许可,511602,50,财政全额拨款,,,,,",
            "新机关,11511602008282000L,行政机关,法定,,511602,,,,,,,"
        )
        let officers = Self.officers(Self.good)
        let rows = try await directory.log.read(realm) { reading in
            try SubjectList(subjects, within: "511602", on: Self.day, reading).lines.bulkRows { .listedSubject($0) }
                + OfficerList(officers, within: "511602", on: Self.day, reading).lines.bulkRows { change in
                    .listedOfficer(change)
                }.map { BulkRow(100 + $0.number, $0.name, $0.target) }
        }
        let run = try await directory.begin(rows, from: Self.day)
        try await directory.work()
        func published() async throws -> [[String]] {
            try await directory.read { reader in
                try ListKind.allCases.flatMap { try reader.listRows($0, of: "511602", in: realm, on: Self.day) }
            }.map { Array($0.prefix(2)) }
        }
        let known = [DirectoryLog.profile.name, DirectoryLog.profile.code]
        #expect(try await published() == [["新机关", "11511602008282000L"], known, ["张三", DirectoryLog.profile.name]])
        _ = try await directory.submit(UndoBulkRun(run, reason: "用错文件"), "undo")
        try await directory.work()
        #expect(try await directory.read { try $0.bulkRun(run, in: realm)?.undone } == 3)
        #expect(try await published() == [known])
        let agency = directory.agency.text
        let state = try await directory.log.read(realm) { try $0.state(AgencyEntry.self, agency).state.agency }
        #expect(state?.profile == DirectoryLog.profile)
    }
}
