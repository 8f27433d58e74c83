import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// A course with its attendance and results, pasted from the table the organizers keep.
///
/// - Source: 山东省行政执法监督条例 art. 10.
enum TrainingChange {
    static let route = ChangeRoute<AgencySheet>(
        "/administration/agencies/{agency}/training",
        "adminRecordTraining",
        AdministrationAccess.keepingCertificates
    ) { sheet, context in
        let officers = sheet.officers
        return ChangeForm(
            "录入培训与考试",
            note: "每行一人：姓名或者证号、学时、成绩，用空格、逗号或者表格的制表符隔开，可从Excel直接粘贴；未参加考试的不填成绩。",
            fields: [
                .line("title", "培训名称"),
                ChangeField(
                    "subject",
                    "内容",
                    .one(TrainingSubject.allCases.map { ChangeChoice($0.rawValue, $0.chinese) })
                ),
                .day("heldOn", "培训日期", context.today), .lines("rows", "参加人员", isRequired: true),
            ]
        ) { answers, reading in
            let subject = try answers.word("subject", TrainingSubject.self)
            let heldOn = try answers.day("heldOn")
            let session = "\(heldOn) \(subject.rawValue) \(answers.text("title"))"
            return RecordTraining(
                session: session,
                title: answers.text("title"),
                subject: subject,
                heldOn: heldOn,
                attendances: try AttendanceRows(answers.text("rows"), of: officers, session, reading).attendances
            )
        }
    }
}

/// Pasted rows of a course, each an officer of the agency; a wrong row is named with reason and remedy.
struct AttendanceRows {
    private(set) var attendances: [RecordTraining.Attendance] = []

    init(_ text: String, of officers: [OfficerRow], _ session: String, _ reading: EventReading) throws {
        var faults: [String] = []
        let lines = text.split(whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let cells = line.split(whereSeparator: { "\t ,，;；、　".contains($0) }).map(String.init)
            do throws(RowFault) {
                attendances.append(try attendance(cells, officers, session, reading))
            } catch {
                faults.append("第\(index + 1)行“\(cells.first ?? "")”：\(error.words)")
            }
        }
        guard faults.isEmpty else { throw ChangeFault(faults.prefix(20).map { ("rows", $0) }) }
    }

    private struct RowFault: Error {
        let words: String
    }

    private func attendance(
        _ cells: [String],
        _ officers: [OfficerRow],
        _ session: String,
        _ reading: EventReading
    ) throws(RowFault) -> RecordTraining.Attendance {
        guard (2...3).contains(cells.count) else { throw RowFault(words: "应有2至3格，实有\(cells.count)格；按“姓名 学时 成绩”填写。") }
        let officer = try officer(cells[0], officers, reading)
        guard let hours = Int(cells[1]), (0...400).contains(hours) else {
            throw RowFault(words: "学时应为0至400的整数，实为“\(cells[1])”；只填阿拉伯数字。")
        }
        var score: Int?
        if cells.count == 3 {
            guard let found = Int(cells[2]), (0...100).contains(found) else {
                throw RowFault(words: "成绩应为0至100的整数，实为“\(cells[2])”；只填阿拉伯数字。")
            }
            score = found
        }
        guard !attendances.contains(where: { $0.officer == officer }) else {
            throw RowFault(words: "与前面一行是同一人；保留一行。")
        }
        let known = try? reading.state(OfficerEntry.self, officer.text).state.officer
        guard known?.trainings.contains(where: { $0.session == session }) != true else {
            throw RowFault(words: "已录入这次培训；删去这一行。")
        }
        return RecordTraining.Attendance(officer, hours: hours, score: score)
    }

    private func officer(
        _ text: String,
        _ officers: [OfficerRow],
        _ reading: EventReading
    ) throws(RowFault) -> Officer.ID {
        let named = officers.filter { $0.name == text }
        if named.count == 1 { return named[0].id }
        guard named.isEmpty else { throw RowFault(words: "本机构有\(named.count)人同名；改填证号。") }
        let certified = try? reading.reader.certificate(Certificate.Number(text), in: reading.realm)?.officer
        guard let certified, officers.contains(where: { $0.id == certified }) else {
            throw RowFault(words: "本机构没有这名人员；核对姓名，或者先登记人员。")
        }
        return certified
    }
}
