@testable import EventLog
import Foundation
import Testing

/// What was once written stays readable, and stays what it was: `Forms` holds one file an event type and schema.
///
/// A type that changes raises its `schema`, gets a new file, and keeps reading the old one.
@Suite("Forms of events")
struct EventFormsTests {
    private static let folder = Recording.folder.appending(path: "Events/Forms")

    @Test("every event type has examples", arguments: EventExamples.types)
    func examples(of type: String) throws {
        #expect(try EventExamples.all().contains { Swift.type(of: $0).type == type })
    }

    @Test("no two types share a name, and every example is of a type the house registers")
    func names() throws {
        #expect(Set(EventExamples.types).count == EventExamples.types.count)
        let known = Set(EventExamples.types)
        #expect(try EventExamples.all().allSatisfy { known.contains(Swift.type(of: $0).type) })
    }

    @Test("the bytes of every event are those that were recorded", arguments: EventExamples.types)
    func bytes(of type: String) throws {
        let examples = try EventExamples.all().filter { Swift.type(of: $0).type == type }
        let schema = try #require(examples.first.map { Swift.type(of: $0).schema })
        let text = try examples.map { try EventForm(storing: $0).text }.joined(separator: "\n")
        try Recording.expect(text, at: Self.folder.appending(path: "\(type)@\(schema).txt"), isReplaced: false)
    }

    @Test("the recorded bytes read back as the value they were made of", arguments: EventExamples.types)
    func values(of type: String) throws {
        let examples = try EventExamples.all().filter { Swift.type(of: $0).type == type }
        let schema = try #require(examples.first.map { Swift.type(of: $0).schema })
        let forms = try Self.forms(in: "\(type)@\(schema).txt")
        try #require(forms.count == examples.count)
        for (form, example) in zip(forms, examples) {
            #expect(try Shape(form.payload(type: type, schema: schema)) == Shape(example))
        }
    }

    @Test("every recorded form, also of earlier releases, can be read")
    func older() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".txt")
        }
        #expect(files.count >= EventExamples.types.count)
        for file in files {
            let words = file.dropLast(".txt".count).split(separator: "@")
            let schema = try #require(words.last.flatMap { Int($0) })
            for form in try Self.forms(in: file) {
                #expect(throws: Never.self) { try form.payload(type: String(words[0]), schema: schema) }
            }
        }
    }

    /// Reads the examples of one file; an empty line stands between two.
    private static func forms(in file: String) throws -> [EventForm] {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            .split(separator: "\n\n").map { try EventForm($0) }
    }
}
