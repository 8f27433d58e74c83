import Database
package import EventLog
import Interchange
package import Kernel

/// The list of enforcement officers that a legal office keeps (附件3 执法人员资格清单).
///
/// A certificate is taken over with the exams and hours it rests on; a list that does not name them cannot certify.
///
/// - Source: 聊政办发〔2017〕74号 annex 3; 山东省行政执法监督条例 art. 10.
package struct OfficerList: Sendable {
    package static let columns = [
        "姓名", "单位", "职务", "执法证件名称", "证号", "执法类别", "执法区域", "发证机关", "发证日期", "有效期至", "岗位", "培训学时",
        "公共法律成绩", "专业法律成绩", "考试日期",
    ]
    static let needed = ["姓名", "单位", "证号", "有效期至"]

    package struct Change: Hashable, Sendable, Codable {
        package let name: String
        package let position: String?
        package let agency: Agency.ID
        package let post: Post.ID?
        package let terms: Certificate.Terms
        package let hours: Int
        package let publicLaw: Int
        package let professionalLaw: Int
        package let examinedOn: Day
    }

    package let lines: [ListLine<Change>]

    /// Reads a file and compares it with the directory as it is.
    ///
    /// - Throws: `CSVFault` or `SpreadsheetFault` for a file that is no list; what is wrong with a row stays with the row.
    package init(_ bytes: [UInt8], within division: Division.Code, on day: Day, _ reading: EventReading) throws {
        let (reader, realm) = (reading.reader, reading.realm)
        let tree = try reader.divisionTree(in: realm)
        let agencies = try reader.agencies(of: division, in: realm, on: day)
        let byName = Dictionary(agencies.map { ($0.profile.name, $0) }) { first, _ in first }
        var table = try ListTable(bytes, needs: OfficerList.needed)
        var numbers: [String: Int] = [:]
        var heads: Set<Post.ID> = []
        var lines: [ListLine<Change>] = []
        while let record = try table.next() {
            var cells = ListCells(record)
            let row = record.number
            let name = cells.required("姓名")
            let number = cells.required("证号")
            if let earlier = numbers.updateValue(row, forKey: number) {
                cells.fault("证号", .twice(found: number, row: earlier))
            }
            let listed = cells.required("单位")
            let agency = byName[listed]
            if agency == nil, !listed.isEmpty { cells.fault("单位", .unknownAgency(found: listed)) }
            let post = try agency.flatMap { try OfficerList.post(&cells, of: $0, &heads, day, reader, realm) }
            let terms = OfficerList.terms(&cells, number, agency?.profile, tree, day)
            let learnt = OfficerList.learnt(&cells)
            let known = try reader.certificate(Certificate.Number(number), in: realm)
            if let known, try reader.officer(known.officer, in: realm)?.name != name {
                cells.fault("证号", .takenByOther(found: number))
            }
            guard cells.faults.isEmpty, let agency, let terms, let learnt else {
                lines.append(ListLine(number: row, name: name, row: .refused(cells.faults)))
                continue
            }
            let change = Change(
                name: name,
                position: cells.text("职务"),
                agency: agency.id,
                post: post,
                terms: terms,
                hours: learnt.hours,
                publicLaw: learnt.publicLaw,
                professionalLaw: learnt.professionalLaw,
                examinedOn: learnt.day
            )
            lines.append(ListLine(number: row, name: name, row: known == nil ? .new(change) : .unchanged))
        }
        self.lines = lines
    }

    private static func post(
        _ cells: inout ListCells,
        of agency: AgencyRow,
        _ heads: inout Set<Post.ID>,
        _ day: Day,
        _ reader: any SQLReader,
        _ realm: Realm
    ) throws -> Post.ID? {
        guard let name = cells.text("岗位") else { return nil }
        guard let post = try reader.posts(ofAgency: agency.id, in: realm, on: day).first(where: { $0.name == name })
        else {
            cells.fault("岗位", .unknownPost(found: name, agency: agency.profile.name))
            return nil
        }
        guard post.responsibility == .approve else { return post.id }
        let isHeld = try !reader.officers(of: post.id, in: realm, on: day).isEmpty
        if isHeld || !heads.insert(post.id).inserted { cells.fault("岗位", .secondHead(post: name)) }
        return post.id
    }

    private static func terms(
        _ cells: inout ListCells,
        _ number: String,
        _ agency: Agency.Profile?,
        _ tree: DivisionTree,
        _ day: Day
    ) -> Certificate.Terms? {
        let kind = cells.word("执法证件名称", Certificate.Kind.self) ?? .enforcement
        let area = cells.division("执法区域", in: tree, on: day) ?? agency?.division
        let scope = cells.categories("执法类别")
        let validTo = cells.day("有效期至")
        if cells.text("有效期至") == nil { cells.fault("有效期至", .empty) }
        let validFrom = cells.day("发证日期")
        if cells.text("发证日期") == nil { cells.fault("发证日期", .empty) }
        if scope.isEmpty, cells.text("执法类别") == nil { cells.fault("执法类别", .empty) }
        if let area, let agency, !agency.division.contains(area) {
            cells.fault("执法区域", .beyondAgency(found: area.text))
        }
        if let allowed = agency?.subject?.categories, let beyond = scope.first(where: { !allowed.contains($0) }) {
            cells.fault("执法类别", .beyondAgency(found: beyond.chinese))
        }
        guard let area, let validFrom, let validTo, !scope.isEmpty, !number.isEmpty else { return nil }
        guard validFrom <= validTo else {
            cells.fault("有效期至", .endsBeforeItBegins)
            return nil
        }
        return Certificate.Terms(
            number: Certificate.Number(number),
            kind: kind,
            scope: scope,
            area: area,
            issuer: cells.text("发证机关") ?? "未载明",
            validFrom: validFrom,
            validTo: validTo
        )
    }

    private static func learnt(
        _ cells: inout ListCells
    ) -> (hours: Int, publicLaw: Int, professionalLaw: Int, day: Day)? {
        for column in ["培训学时", "公共法律成绩", "专业法律成绩", "考试日期"] where cells.text(column) == nil {
            cells.fault(column, .empty)
        }
        guard let hours = cells.number("培训学时", in: 0...400), let publicLaw = cells.number("公共法律成绩", in: 0...100),
            let professionalLaw = cells.number("专业法律成绩", in: 0...100), let day = cells.day("考试日期")
        else { return nil }
        return (hours, publicLaw, professionalLaw, day)
    }
}
