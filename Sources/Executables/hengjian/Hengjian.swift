import ArgumentParser
import Composition

/// The program: one command a task, each in its own file.
@main
struct Hengjian: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hengjian",
        abstract: "衡鉴：行政权力公开透明运行",
        subcommands: [
            BackupCommand.self, DeadlineCommand.self, DecisionCommand.self, DemoCommand.self, DoctorCommand.self,
            DossierCommand.self, ImportCommand.self, ItemCommand.self, KeysCommand.self, LawCommand.self,
            LogCommand.self, MigrateCommand.self, ProcessCommand.self, ProjectionsCommand.self, RestoreCommand.self,
            ServeCommand.self,
            SimulateCommand.self, SupervisionCommand.self, UserCommand.self,
        ]
    )

    /// Runs the command and leaves with its status; ArgumentParser's own statuses are not the documented ones.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        if let status = error as? ExitStatus { exit(withError: ExitCode(status.rawValue)) }
        if let fault = error as? HouseFault {
            StandardError.write("error: \(fault.chinese)")
            exit(withError: ExitCode(ExitStatus.environment.rawValue))
        }
        if error is CleanExit || exitCode(for: error).isSuccess { exit(withError: error) }
        let isUsage = exitCode(for: error) == .validationFailure
        StandardError.write(isUsage ? fullMessage(for: error) : "error: \(message(for: error))")
        exit(withError: ExitCode((isUsage ? ExitStatus.usage : .environment).rawValue))
    }
}
