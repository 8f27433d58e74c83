import Codes
import Database
package import EventLog
import Interchange
package import Kernel

/// The list of enforcement subjects that an establishment or legal office keeps (附件2 执法主体资格清单).
///
/// - Source: 聊政办发〔2017〕74号 annex 2; Administrative Penalty Law (行政处罚法) art. 20.
package struct SubjectList: Sendable {
    package static let columns = [
        "机构名称", "统一社会信用代码", "机构性质", "主体类别", "法定代表人", "职责权限", "执法类别", "执法区域", "编制状况", "经费来源",
        "地址", "电话", "委托机关", "委托书", "委托依据", "委托事项权限", "委托期限起", "委托期限止", "确认文号", "公告日期",
    ]
    static let needed = ["机构名称", "统一社会信用代码", "主体类别", "执法区域"]

    package struct Change: Hashable, Sendable, Codable {
        package let existing: Agency.ID?
        package let version: Int
        package let profile: Agency.Profile
    }

    package let lines: [ListLine<Change>]

    /// Reads a file and compares it with the directory as it is.
    ///
    /// - Throws: `CSVFault` or `SpreadsheetFault` for a file that is no list; what is wrong with a row stays with the row.
    package init(_ bytes: [UInt8], within division: Division.Code, on day: Day, _ reading: EventReading) throws {
        let tree = try reading.reader.divisionTree(in: reading.realm)
        var table = try ListTable(bytes, needs: SubjectList.needed)
        var seen: [String: Int] = [:]
        var lines: [ListLine<Change>] = []
        while let record = try table.next() {
            var cells = ListCells(record)
            let profile = SubjectList.profile(&cells, tree, day)
            let number = record.number
            if let earlier = seen.updateValue(number, forKey: profile.code) {
                cells.fault("统一社会信用代码", .twice(found: profile.code, row: earlier))
            }
            if !division.contains(profile.division) { cells.fault("执法区域", .beyondAgency(found: profile.division.text)) }
            let row = try SubjectList.row(profile, cells.faults, reading)
            lines.append(ListLine(number: number, name: profile.name, row: row))
        }
        self.lines = lines
    }

    private static func row(
        _ profile: Agency.Profile,
        _ faults: [ListFault],
        _ reading: EventReading
    ) throws -> ListRow<Change> {
        guard faults.isEmpty else { return .refused(faults) }
        guard let known = try reading.reader.agency(code: profile.code, in: reading.realm) else {
            return .new(Change(existing: nil, version: 0, profile: profile))
        }
        let merged = known.profile.merged(with: profile)
        guard merged != known.profile else { return .unchanged }
        let version = try reading.state(AgencyEntry.self, known.id.text).version
        let change = Change(existing: known.id, version: version, profile: merged)
        return .changed(change, differences: known.profile.differences(to: merged))
    }

    private static func profile(_ cells: inout ListCells, _ tree: DivisionTree, _ day: Day) -> Agency.Profile {
        let name = cells.required("机构名称")
        let listed = cells.required("统一社会信用代码")
        let code = try? CreditCode.parse(listed).value.text
        if code == nil, !listed.isEmpty { cells.fault("统一社会信用代码", .code(found: listed)) }
        if cells.text("主体类别") == nil { cells.fault("主体类别", .empty) }
        if cells.text("执法区域") == nil { cells.fault("执法区域", .empty) }
        let kind = cells.word("主体类别", Agency.Kind.self) ?? .statutory
        let division = cells.division("执法区域", in: tree, on: day) ?? "110000"
        var profile = Agency.Profile(
            code: code ?? listed,
            name: name,
            shortName: String(name.prefix(20)),
            division: division,
            kind: kind,
            phone: cells.text("电话"),
            address: cells.text("地址")
        )
        let categories = cells.categories("执法类别")
        profile.subject = AgencySubject(
            nature: cells.word("机构性质", AgencySubject.Nature.self),
            legalRepresentative: cells.text("法定代表人"),
            duties: cells.text("职责权限"),
            establishment: cells.number("编制状况", in: 0...100_000),
            funding: cells.word("经费来源", AgencySubject.Funding.self),
            categories: categories.isEmpty ? nil : categories,
            entrustment: kind == .entrusted ? entrustment(&cells) : nil,
            announcement: announcement(&cells)
        )
        return profile
    }

    private static func entrustment(_ cells: inout ListCells) -> AgencySubject.Entrustment? {
        let from = cells.day("委托期限起")
        let to = cells.day("委托期限止")
        guard let by = cells.text("委托机关"), let letter = cells.text("委托书"), let matters = cells.text("委托事项权限"), let from,
            let to
        else {
            cells.fault("委托书", .entrustmentMissing)
            return nil
        }
        guard from <= to else {
            cells.fault("委托期限止", .endsBeforeItBegins)
            return nil
        }
        return AgencySubject.Entrustment(
            entrustedBy: by,
            letter: letter,
            basis: cells.text("委托依据") ?? "",
            matters: matters,
            from: from,
            to: to
        )
    }

    private static func announcement(_ cells: inout ListCells) -> AgencySubject.Announcement? {
        guard let on = cells.day("公告日期") else { return nil }
        return AgencySubject.Announcement(document: cells.text("确认文号") ?? "", on: on)
    }
}

extension Agency.Profile {
    /// A list that leaves a cell empty does not take away what is known.
    fileprivate func merged(with listed: Agency.Profile) -> Agency.Profile {
        var merged = listed
        merged.shortName = shortName
        merged.phone = listed.phone ?? phone
        merged.address = listed.address ?? address
        merged.complaintLine = complaintLine
        var subject = listed.subject ?? AgencySubject()
        subject.nature = subject.nature ?? self.subject?.nature
        subject.legalRepresentative = subject.legalRepresentative ?? self.subject?.legalRepresentative
        subject.duties = subject.duties ?? self.subject?.duties
        subject.establishment = subject.establishment ?? self.subject?.establishment
        subject.funding = subject.funding ?? self.subject?.funding
        subject.categories = subject.categories ?? self.subject?.categories
        subject.announcement = subject.announcement ?? self.subject?.announcement
        merged.subject = subject == AgencySubject() && self.subject == nil ? nil : subject
        return merged
    }

    fileprivate func differences(to other: Agency.Profile) -> [String] {
        var found: [String] = []
        func compare(_ label: String, _ old: String?, _ new: String?) {
            if old != new { found.append("\(label)：\(old ?? "无") → \(new ?? "无")") }
        }
        compare("名称", name, other.name)
        compare("区域", division.text, other.division.text)
        compare("主体类别", kind.chinese, other.kind.chinese)
        compare("电话", phone, other.phone)
        compare("地址", address, other.address)
        compare("机构性质", subject?.nature?.chinese, other.subject?.nature?.chinese)
        compare("法定代表人", subject?.legalRepresentative, other.subject?.legalRepresentative)
        compare("职责权限", subject?.duties, other.subject?.duties)
        compare("编制", subject?.establishment.map(String.init), other.subject?.establishment.map(String.init))
        compare("经费来源", subject?.funding?.chinese, other.subject?.funding?.chinese)
        let kinds = { (subject: AgencySubject?) in subject?.categories?.map(\.chinese).joined(separator: "、") }
        compare("执法类别", kinds(subject), kinds(other.subject))
        compare("委托书", subject?.entrustment?.letter, other.subject?.entrustment?.letter)
        compare("公告", subject?.announcement?.document, other.subject?.announcement?.document)
        return found
    }
}
