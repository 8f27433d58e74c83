import Kernel
import ProcessTrials
import Processes
import Testing

@Suite("Two officers at one draft")
struct DraftMergeTests {
    private static func content(_ change: (inout Draft) -> Void = { _ in }) throws -> ProcessDraft.Content {
        var draft = try Draft()
        change(&draft)
        return ProcessDraft.Content(
            definition: try draft.definition(),
            promised: .workingDays(15),
            statutory: .workingDays(20)
        )
    }

    @Test("what only one of them changed is taken as changed")
    func apart() throws {
        let base = try Self.content()
        let mine = try Self.content { $0.step("receive") { $0["name"] = "登记" } }
        let theirs = try Self.content { $0.step("examine") { $0["name"] = "实质审查" } }
        let merge = DraftMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(merge.content.definition.step("receive")?.name == "登记")
        #expect(merge.content.definition.step("examine")?.name == "实质审查")
        #expect(DraftMerge(base: base, mine: base, theirs: theirs).content == theirs)
        #expect(DraftMerge(base: base, mine: mine, theirs: base).content == mine)
    }

    @Test("what both changed differently stays as the one who merges wrote it, and is named")
    func together() throws {
        let base = try Self.content()
        let mine = try Self.content { $0.step("examine") { $0["name"] = "初审" } }
        let theirs = try Self.content { $0.step("examine") { $0["name"] = "实质审查" } }
        let merge = DraftMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts == ["examine"])
        #expect(merge.content.definition.step("examine")?.name == "初审")
    }

    @Test("what one took away is gone unless the other changed it")
    func gone() throws {
        let base = try Self.content()
        let without = ProcessDraft.Content(
            definition: try base.definition.without("verify"),
            promised: base.promised,
            statutory: base.statutory
        )
        let renamed = try Self.content { $0.step("receive") { $0["name"] = "登记" } }
        #expect(DraftMerge(base: base, mine: renamed, theirs: without).content.definition.step("verify") == nil)
        #expect(DraftMerge(base: base, mine: without, theirs: renamed).content.definition.step("verify") == nil)
    }
}

extension ProcessDefinition {
    fileprivate func without(_ step: Step.ID) throws -> ProcessDefinition {
        ProcessDefinition(
            id: id,
            name: name,
            category: category,
            version: version,
            texts: texts,
            posts: posts,
            prolongation: prolongation,
            first: first,
            steps: steps.filter { $0.id != step },
            junctions: junctions,
            endings: endings,
            timers: timers
        )
    }
}
