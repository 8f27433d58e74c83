import ArgumentParser
import Documents
import Foundation
import Processes

/// `hengjian process draw`: the chart of a process as SVG, PNG or PDF.
struct ProcessDrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "绘制流程图（SVG、PNG、PDF）",
        discussion: "The external chart is what the party sees; the internal one has a lane for each post."
    )

    enum Audience: String, ExpressibleByArgument, CaseIterable {
        case external
        case `internal`
    }

    @Option(help: "external 外部流程图，internal 内部流程图")
    var audience = Audience.external

    @Option(help: "宽度（像素）")
    var width: Int?

    enum Form: String, EnumerableFlag {
        case svg, png, pdf
    }

    @Flag(help: "图的格式")
    var form = Form.svg

    @Option(name: .shortAndLong, help: "写入的文件；省略时写到标准输出")
    var output: String?

    @Argument(help: "流程定义文件（JSON）")
    var file: String

    func validate() throws {
        guard let width, !(240...10_000).contains(width) else { return }
        throw ValidationError("--width: expected 240 to 10000, found \(width)")
    }

    func run() async throws {
        let definition = try ProcessDefinition(file: file)
        let (chart, usual) =
            switch audience {
            case .external: (ProcessChart(definition, for: .external), 374)
            case .internal: (ProcessChart(definition, for: .internal), 1_264)
            }
        let width = width ?? usual
        let renderer = DocumentRenderer()
        switch form {
        case .svg: try ProcessCommand.write(chart.svg(width: width), to: output)
        case .png: try ProcessCommand.write(await renderer.render(chart.picture(width: width), as: .png), to: output)
        case .pdf: try ProcessCommand.write(await renderer.render(chart.picture(width: width), as: .pdf), to: output)
        }
    }
}
