import BlobStore
import Composition
import EventLog
import Foundation
import Testing

/// Files that no event cites are removed, so whoever names files in an event must say so to housekeeping.
@Suite("Files that events cite")
struct CitedFilesTests {
    @Test("every file that the bytes of an event name is spared by housekeeping", arguments: EventExamples.types)
    func spared(of type: String) throws {
        for example in try EventExamples.all() where Swift.type(of: example).type == type {
            let named = try EventForm(storing: example).text.matches(of: /"blob":"([^"]+)"/).map { String($0.output.1) }
            #expect(Set(example.citedFiles.map(\.blob)) == Set(named))
        }
    }
}
