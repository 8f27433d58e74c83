import Foundation

/// The built program beside the tests, run once and waited for.
struct BuiltProgram {
    let status: Int32
    let output: String
    let faults: String

    init(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appending(path: "hengjian")
        process.arguments = arguments
        let (output, faults) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = faults
        try process.run()
        self.output = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        self.faults = String(decoding: try faults.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
