import ArgumentParser
import Catalog
import Composition
import EventLog
import Kernel
import Law

/// `hengjian law`: what happens to statutes after their import.
struct LawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law",
        abstract: "法律文件库",
        subcommands: [LawRepealCommand.self, LawTasksCommand.self]
    )
}

/// `hengjian law repeal`: records that a statute does not apply any more.
struct LawRepealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "repeal", abstract: "登记文件废止")

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "文件名称")
    var statute: String

    @Option(help: "废止之日，如 2026-12-01")
    var from: String

    @Option(help: "作出废止的决定")
    var ground: String

    func validate() throws {
        guard Day(from) != nil else {
            throw ValidationError("--from: expected a day as 2026-12-01, found \(from.quoted)")
        }
    }

    func run() async throws {
        guard let day = Day(from) else { return }
        let house = try await options.open(for: .upkeep)
        let answer: Result<Int, LawError>
        do {
            let command = RepealStatute(statute, from: day, ground: ground)
            answer = .success(try await house.log.submit(command, as: house.operatorAct()).answer)
        } catch let error as LawError {
            answer = .failure(error)
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        switch answer {
        case .success: print("\(statute)：自 \(day) 起废止")
        case .failure(let error):
            StandardError.write("error: expected \(error.wording.expected), found \(error.wording.found)")
            throw ExitStatus.input
        }
    }
}

/// `hengjian law tasks`: the items that changes of law touch, and by when somebody must act.
struct LawTasksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tasks", abstract: "法律变动后待办的事项")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "每项任务输出一个 JSON 对象")
    var json = false

    func run() async throws {
        let house = try await options.open(for: .upkeep)
        let today = house.log.clock.today
        let tasks: [LegalTask]
        do {
            tasks = try await house.log.read(house.realm) { try $0.legalTasks(on: today) }
        } catch {
            await house.close()
            throw error
        }
        await house.close()
        for task in tasks {
            let line = LawTaskLine(task, today: today)
            print(json ? try line.jsonLine() : line.text)
        }
    }
}

private struct LawTaskLine: Encodable {
    let code: String
    let name: String
    let change: String
    let bases: [String]
    let stage: String
    let due: String?
    let isOverdue: Bool
    let isSuspended: Bool

    init(_ task: LegalTask, today: Day) {
        code = task.code
        name = task.name
        change = task.change.text
        bases = task.effects.map(\.basis.chinese)
        stage =
            switch task.stage {
            case .open: "待实施机关答复"
            case .answered: "待法制机构审核"
            case .decided: "已办结"
            }
        due = task.due?.description
        isOverdue = task.isOverdue(on: today)
        isSuspended = task.isSuspended
    }

    var text: String {
        let marks = (isSuspended ? "，暂停受理" : "") + (isOverdue ? "，已逾期" : "")
        return "\(code) \(name)：\(bases.joined(separator: "、"))，\(stage)\(due.map { "（\($0)前）" } ?? "")\(marks)"
    }
}
