import Interchange
import Kernel
import Publicity
import WebServer

/// Published decisions as a file for programs and spreadsheets: the fields of the dictionary, masked by the record.
struct DecisionFile: Sendable {
    let entries: [PublicRecord.Entry]
    let today: Day

    func answer(_ format: DataFormat) throws -> WebAnswer {
        let fields = PublishedField.all
        var writer = format.writer(sheet: "结果公示", columns: fields.map(\.code))
        for entry in entries { try writer.append(fields.map { $0.value(of: entry, on: today) }) }
        return WebAnswer(type: format.type, bytes: writer.finish())
    }
}

/// What every column of a file means, as a file.
struct DataDictionary: Sendable {
    /// Name in files, name, meaning.
    let fields: [(code: String, chinese: String, meaning: String)]

    static let decisions = DataDictionary(fields: PublishedField.all.map { ($0.code, $0.chinese, $0.meaning) })

    var answer: WebAnswer {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.append(["字段", "名称", "含义"])
        for field in fields { writer.append([field.code, field.chinese, field.meaning]) }
        return WebAnswer(type: DataFormat.csv.type, bytes: Array(writer.text.utf8))
    }
}
