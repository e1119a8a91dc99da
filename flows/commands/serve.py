"""`ipstats serve`: schedule, Prefect's page and the published site."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import usage
from flows.engine import set_environment
from flows.home import existing_home
from flows.inbox_files import require_inbox
from flows.serving.api import LOOPBACK
from flows.serving.deployments import deployments_file, load_deployments
from flows.serving.running import Serving
from flows.serving.service import run_service
from transforms.errors import WrongUsage


@usage
def serve(
    *,
    host: Annotated[str, Parameter(help="监听地址;默认只有本机能访问。")] = LOOPBACK,
    port: Annotated[int, Parameter(help="调度页面的端口。")] = 4200,
    site_port: Annotated[int, Parameter(help="发布页面的端口。")] = 4280,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """按日程自动运行,并提供调度页面和发布页面;一直运行到按 Ctrl+C 或收到停止信号。

    日程写在 prefect.yaml:每月20日9时统计上一个整月,平时查看收件文件夹。停机期间错过的月份在下次启动时补跑。
    """
    for name, number in (("--port", port), ("--site-port", site_port)):
        if not 0 <= number <= 65535:
            raise WrongUsage(f"{name} 应为 0 至 65535 的整数(0 为任意空闲的端口)。")
    place = existing_home(home)
    require_inbox(place)
    deployments = load_deployments(deployments_file())
    set_environment(place)
    if host != LOOPBACK:
        sys.stderr.write(f"注意:调度页面没有密码,能访问 {host} 的人都能查看和操作。\n")

    def ready(service: Serving) -> None:
        """Say where it is and what runs when."""
        names = "、".join(deployment.name for deployment in deployments)
        sys.stdout.write(f"调度页面 {service.page_url}\n发布页面 {service.site_url}\n日程:{names}\n按 Ctrl+C 停止。\n")
        sys.stdout.flush()

    run_service(place, host, port, site_port, ready)
    sys.stdout.write("服务已停止。\n")
    return 0
